/**
 * @module ground/own-fields
 *
 * The own fields of a record, for what is read by hand.
 */

/** What `Object.prototype.toString` says of plain data. */
export const PLAIN = "[object Object]";

/**
 * A record that inherits nothing. Its prototype is an empty object and not null: of records
 * without a prototype the host keeps the fields in a hash table, and reading them takes several
 * times longer.
 */
export const Bare = /* @__PURE__ */ ((): new () => Record<string, unknown> => {
  const make = function (): void {
    // A record has no fields of its own at first.
  };
  make.prototype = Object.freeze(Object.create(null) as object);
  return make as unknown as new () => Record<string, unknown>;
})();

/**
 * The own fields of a record, without their prototype: for what is read by hand. Undefined for
 * anything that is no plain data (a list, a Map, a Date), and where reading it throws.
 */
export function ownFields(value: unknown): Readonly<Record<string, unknown>> | undefined {
  try {
    if (Object.prototype.toString.call(value) !== PLAIN) return undefined;
    return Object.assign(new Bare(), value);
  } catch {
    return undefined;
  }
}

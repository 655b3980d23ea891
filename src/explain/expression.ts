/**
 * @module explain/expression
 *
 * The language of the catalogue: what an expression is, and how its text becomes one.
 *
 * The language is small on purpose, so that an auditor can hold it in the head: numbers, names of
 * inputs, `+ - * / ^`, one comparison, and the functions below. It has no loops, no assignments and
 * no functions of its own, so every expression ends. What each part means stands in
 * `explain/evaluate`.
 *
 * ```text
 * comparison  sum [ (= | != | < | <= | > | >=) sum ]
 * sum         product { (+ | -) product }
 * product     signed { (* | /) signed }
 * signed      - signed | power
 * power       primary [ ^ signed ]                    so -x^2 is -(x^2), and 2^3^2 is 2^(3^2)
 * primary     number | "text" | name{.name} | function(…) | ( comparison )
 * ```
 */
import { refuse } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { parsePlainDecimal } from "../ground/numeric.ts";
import type { Token } from "./tokens.ts";
import { tokensOf } from "./tokens.ts";

/** The signs between two numbers. */
export type Arithmetic = "+" | "-" | "*" | "/" | "^";

/** The signs of a comparison. */
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** An expression, read. */
export type Expression = NumberLiteral | TextLiteral | Name | Negative | Operation | Call;

/** A number as written. */
export interface NumberLiteral {
  readonly kind: "number";
  readonly value: Fraction;
}

/** A word to compare with, or the answer of an `if`. */
export interface TextLiteral {
  readonly kind: "text";
  readonly text: string;
}

/** An input: `receivables`, `plan.dso`; through a table the list of a column: `walk.consumed`. */
export interface Name {
  readonly kind: "name";
  readonly path: readonly string[];
  /** The path as written. */
  readonly text: string;
}

/** A number with the other sign. */
export interface Negative {
  readonly kind: "negative";
  readonly operand: Expression;
}

/** Two sides and a sign between them. */
export interface Operation {
  readonly kind: "operation";
  readonly operator: Arithmetic | Comparison;
  readonly left: Expression;
  readonly right: Expression;
}

/** A function and what it is given. */
export interface Call {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly args: readonly Expression[];
}

/** How many arguments a function takes, and which of them must be names of columns. */
interface Signature {
  readonly least: number;
  readonly most: number;
  readonly lists?: readonly number[];
  /** Arguments that may be a text. */
  readonly texts?: readonly number[];
}

const SIGNATURES = {
  if: { least: 3, most: 3, texts: [1, 2] },
  min: { least: 1, most: 100 },
  max: { least: 1, most: 100 },
  abs: { least: 1, most: 1 },
  whole: { least: 1, most: 1 },
  sum: { least: 1, most: 1, lists: [0] },
  product: { least: 1, most: 1, lists: [0] },
  least: { least: 1, most: 1, lists: [0] },
  greatest: { least: 1, most: 1, lists: [0] },
  previous: { least: 2, most: 2 },
  lookup: { least: 3, most: 3, lists: [1, 2], texts: [0] },
  ln: { least: 1, most: 1 },
  exp: { least: 1, most: 1 },
  normalCdf: { least: 1, most: 1 },
} as const satisfies Readonly<Record<string, Signature>>;

/** The functions of the language. */
export type FunctionName = keyof typeof SIGNATURES;

const MAX_LENGTH = 2_000;
const MAX_DEPTH = 50;

/**
 * The expression that a text says. A text that says none is a mistake of a record, and refused
 * with the place.
 */
export function parseExpression(text: string): Expression {
  if (text.length > MAX_LENGTH) {
    refuse("parseExpression", "", `must have at most ${MAX_LENGTH} characters`);
  }
  return new Parser(text).whole();
}

const COMPARISONS: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);

/** Recursive descent over the tokens, one look ahead; every token is read once. */
class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text, (rule, at) => this.#malformed(rule, at));
  }

  whole(): Expression {
    const expression = this.#comparison();
    if (this.#token().kind !== "end") this.#malformed("must end");
    return expression;
  }

  #comparison(): Expression {
    if ((this.#depth += 1) > MAX_DEPTH) this.#malformed(`must be nested at most ${MAX_DEPTH} deep`);
    const left = this.#sum();
    const operator = this.#token();
    if (operator.kind === "sign" && COMPARISONS.has(operator.text)) {
      this.#next += 1;
      this.#depth -= 1;
      return this.#operation(operator.text as Comparison, left, this.#sum());
    }
    this.#depth -= 1;
    return left;
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#sign("+", "-"); sign; sign = this.#sign("+", "-")) {
      left = this.#operation(sign, left, this.#product());
    }
    return left;
  }

  #product(): Expression {
    let left = this.#signed();
    for (let sign = this.#sign("*", "/"); sign; sign = this.#sign("*", "/")) {
      left = this.#operation(sign, left, this.#signed());
    }
    return left;
  }

  #signed(): Expression {
    if (!this.#sign("-")) return this.#power();
    if ((this.#depth += 1) > MAX_DEPTH) this.#malformed(`must be nested at most ${MAX_DEPTH} deep`);
    const operand = this.#number(this.#signed());
    this.#depth -= 1;
    return { kind: "negative", operand };
  }

  #power(): Expression {
    const base = this.#primary();
    return this.#sign("^") ? this.#operation("^", base, this.#signed()) : base;
  }

  #primary(): Expression {
    const token = this.#token();
    this.#next += 1;
    if (token.kind === "number") {
      const value = parsePlainDecimal(token.text) ?? this.#malformed("must be a number", token.at);
      return { kind: "number", value };
    }
    if (token.kind === "text") return { kind: "text", text: token.text };
    if (token.kind === "name") return this.#sign("(") ? this.#call(token) : nameOf(token.text);
    if (token.kind !== "sign" || token.text !== "(") {
      this.#malformed("must have a number, a name or a bracket", token.at);
    }
    const inner = this.#comparison();
    this.#close();
    return inner;
  }

  #call({ text: name, at }: Token): Call {
    if (!isFunction(name)) return this.#malformed(`knows no function ${name}`, at);
    const { least, most, lists = [], texts = [] }: Signature = SIGNATURES[name];
    const args: Expression[] = [];
    do {
      const place: number = args.length;
      const argument = this.#comparison();
      if (lists.includes(place) && argument.kind !== "name") {
        this.#malformed(`must give ${name} the name of a column`, at);
      }
      args.push(texts.includes(place) ? argument : this.#number(argument));
    } while (this.#sign(","));
    this.#close();
    if (args.length < least || args.length > most) {
      const count = least === most ? `${least}` : `${least} to ${most}`;
      this.#malformed(`must give ${name} ${count} argument${most === 1 ? "" : "s"}`, at);
    }
    return { kind: "call", name, args };
  }

  #operation(operator: Operation["operator"], left: Expression, right: Expression): Operation {
    const mayBeText = operator === "=" || operator === "!=";
    if (!mayBeText) [left, right].forEach((side) => this.#number(side));
    return { kind: "operation", operator, left, right };
  }

  /** The expression, which must not be a text. */
  #number(expression: Expression): Expression {
    if (expression.kind === "text") this.#malformed("must have texts beside = and != only");
    return expression;
  }

  #close(): void {
    if (!this.#sign(")")) this.#malformed("must have a closing bracket");
  }

  /** The next token where it is one of the signs; it is then read. */
  #sign<S extends string>(...signs: readonly S[]): S | undefined {
    const token = this.#token();
    const found = token.kind === "sign" ? signs.find((sign) => sign === token.text) : undefined;
    if (found !== undefined) this.#next += 1;
    return found;
  }

  #token(): Token {
    return this.#tokens[this.#next] ?? { kind: "end", text: "", at: this.#text.length };
  }

  #malformed(rule: string, at = this.#token().at): never {
    return refuse("parseExpression", "", `${rule} at character ${at + 1} of ${this.#text}`);
  }
}

function nameOf(text: string): Name {
  return { kind: "name", path: text.split("."), text };
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(SIGNATURES, name);
}

/**
 * @module explain/evaluate
 *
 * What an expression comes to: fractions throughout and no rounding, but for `ln`, `exp`,
 * `normalCdf` and powers with a fractional exponent, which have 50 digits. Where names lead is the
 * scope's matter (`explain/sheet`).
 */
import { floorOf, Fraction, greatest, least, ONE, sumOf } from "../ground/fraction.ts";
import { MAX_NUMBER_LENGTH, parsePlainDecimal } from "../ground/numeric.ts";
import type { Answer } from "../ground/transcendental.ts";
import { exp, ln, normalCdf, power as powerOf } from "../ground/transcendental.ts";
import type { Arithmetic, Call, Comparison, Expression, Name } from "./expression.ts";

/**
 * What an expression or a name comes to. A number that was given is still its text: a text becomes
 * a number where a number is asked for.
 */
export type Value = Fraction | string | boolean | readonly Value[];

/** The functions of a whole column. */
export type Aggregate = "sum" | "product" | "least" | "greatest";

/** Where the names of an expression lead. */
export interface Scope {
  /** What a name stands for. */
  value(name: Name): Value;
  /** A function of a column; a scope may remember the answer. */
  aggregate(fn: Aggregate, column: Name): Fraction;
  /** In a row: the expression in the row above, in the first row the initial value. */
  previous(expression: Expression, initial: Expression): Value;
  /** Told that an answer was rounded: the whole then goes on as it is printed. */
  rounded(): void;
}

/**
 * Why an expression has no answer on what a result holds. It does not leave explain: `verify`
 * reports it, `explain` does without the number.
 */
export class Problem extends Error {}

/** The value of an expression. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "text":
      return expression.text;
    case "name":
      return scope.value(expression);
    case "negative":
      return numberOf(expression.operand, scope).negated();
    case "operation":
      return isArithmetic(expression.operator)
        ? calculate(expression.operator, expression.left, expression.right, scope)
        : compare(expression.operator, expression.left, expression.right, scope);
    case "call":
      return call(expression, scope);
  }
}

/** The value of an expression that must be a number. */
export function numberOf(expression: Expression, scope: Scope): Fraction {
  return asNumber(evaluate(expression, scope), nameIn(expression));
}

/** The value of an expression that must be true or false. */
export function truthOf(expression: Expression, scope: Scope): boolean {
  const value = evaluate(expression, scope);
  if (typeof value !== "boolean") throw new Problem(`${nameIn(expression)} must be true or false`);
  return value;
}

/** A value as a number; `name` says which, if it is none. */
export function asNumber(value: Value, name: string): Fraction {
  if (value instanceof Fraction) return value;
  // Printed values may be longer than what may be given.
  const number =
    typeof value === "string" ? parsePlainDecimal(value, 10 * MAX_NUMBER_LENGTH) : undefined;
  if (!number) throw new Problem(`${name} must be a plain decimal`);
  return number;
}

function isArithmetic(operator: Arithmetic | Comparison): operator is Arithmetic {
  return "+-*/^".includes(operator);
}

function calculate(operator: Arithmetic, a: Expression, b: Expression, scope: Scope): Fraction {
  const left = numberOf(a, scope);
  const right = numberOf(b, scope);
  switch (operator) {
    case "+":
      return left.plus(right);
    case "-":
      return left.minus(right);
    case "*":
      return left.times(right);
    case "/":
      if (right.isZero) throw new Problem(`${nameIn(b)} is 0 and divides`);
      return left.over(right);
    case "^":
      return power(left, right, scope);
  }
}

function power(base: Fraction, exponent: Fraction, scope: Scope): Fraction {
  if (exponent.sign < 0 && base.isZero) throw new Problem("a negative power of 0 has no value");
  return answered(powerOf(base, exponent), "a power", scope);
}

/** A function without exact answers: the scope is told where this one was rounded. */
function answered(answer: Answer | undefined, what: string, scope: Scope): Fraction {
  if (!answer) return unbounded(what);
  if (answer.isRounded) scope.rounded();
  return answer.value;
}

function unbounded(what: string): never {
  throw new Problem(`${what} must have a value, and one between e^-1000 and e^1000`);
}

function compare(operator: Comparison, a: Expression, b: Expression, scope: Scope): boolean {
  const left = evaluate(a, scope);
  const right = evaluate(b, scope);
  if (operator === "=" || operator === "!=") {
    return isEqual(left, right) === (operator === "=");
  }
  const order = asNumber(left, nameIn(a)).compare(asNumber(right, nameIn(b)));
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Words are equal letter by letter; a calculated number is equal to whatever has its value. */
function isEqual(left: Value, right: Value): boolean {
  if (typeof left === "string" && typeof right === "string") return left === right;
  if (typeof left === "boolean" && typeof right === "boolean") return left === right;
  return asNumber(left, "the left side").equals(asNumber(right, "the right side"));
}

function call({ name, args }: Call, scope: Scope): Value {
  const [first, second, third] = args as [Expression, Expression, Expression];
  switch (name) {
    case "if":
      return evaluate(truthOf(first, scope) ? second : third, scope);
    case "min":
      return args.map((each) => numberOf(each, scope)).reduce(least);
    case "max":
      return args.map((each) => numberOf(each, scope)).reduce(greatest);
    case "abs":
      return numberOf(first, scope).absolute();
    case "whole":
      return Fraction.of(floorOf(numberOf(first, scope)));
    case "sum":
    case "product":
    case "least":
    case "greatest":
      return scope.aggregate(name, first as Name);
    case "previous":
      return scope.previous(first, second);
    case "lookup":
      return lookup(evaluate(first, scope), second as Name, third as Name, scope);
    case "ln":
      return answered(ln(numberOf(first, scope)), "a logarithm", scope);
    case "exp":
      return answered(exp(numberOf(first, scope)), "a power of e", scope);
    case "normalCdf":
      return answered(
        normalCdf(numberOf(first, scope)),
        "a share of the normal distribution",
        scope,
      );
  }
}

/** The entry of `results` in the first row whose key is equal to the value. */
function lookup(value: Value, keys: Name, results: Name, scope: Scope): Value {
  const row = listOf(scope.value(keys), keys.text).findIndex((key) => isEqual(key, value));
  const found = listOf(scope.value(results), results.text)[row];
  if (found === undefined) throw new Problem(`${keys.text} must hold the value looked up`);
  return found;
}

/** A function of a whole column. */
export function aggregateOf(fn: Aggregate, column: Name, value: Value): Fraction {
  const numbers = listOf(value, column.text).map((each) => asNumber(each, column.text));
  if (fn === "sum") return sumOf(numbers);
  if (fn === "product") return productOf(numbers, 0, numbers.length);
  if (numbers.length === 0) throw new Problem(`${column.text} must have at least one row`);
  return numbers.reduce(fn === "least" ? least : greatest);
}

/** Over a balanced tree, like the sum: factors of like size multiply fastest. */
function productOf(factors: readonly Fraction[], from: number, to: number): Fraction {
  if (to - from < 2) return factors[from] ?? ONE;
  const middle = (from + to) >> 1;
  return productOf(factors, from, middle).times(productOf(factors, middle, to));
}

function listOf(value: Value, name: string): readonly Value[] {
  if (!Array.isArray(value)) throw new Problem(`${name} must be a column of a table`);
  return value as readonly Value[];
}

/** What to call an expression in a message. */
function nameIn(expression: Expression): string {
  return expression.kind === "name" ? expression.text : "a part of the formula";
}

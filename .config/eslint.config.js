// What the compiler cannot see: promises left hanging, needless conditions, and the purity of src.
// The floors, sizes and allowed packages are test/architecture.test.ts's matter; layout is
// prettier's.
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Everything a pure calculation has no business with, whatever runtime offers it. */
const impureGlobals = [
  ["process", "src runs in every runtime: take what you need as an input"],
  ["Buffer", "src runs in every runtime: use text or typed arrays"],
  ["console", "return a value or throw a CreditError"],
  ["fetch", "src does no I/O"],
  ["XMLHttpRequest", "src does no I/O"],
  ["WebSocket", "src does no I/O"],
  ["setTimeout", "src is synchronous"],
  ["setInterval", "src is synchronous"],
  ["setImmediate", "src is synchronous"],
  ["queueMicrotask", "src is synchronous"],
  ["performance", "src reads no clock"],
  ["crypto", "src has no randomness: the same input gives the same answer"],
  ["globalThis", "src keeps no state outside its own modules"],
  ["window", "src keeps no state outside its own modules"],
  ["global", "src keeps no state outside its own modules"],
  ["self", "src keeps no state outside its own modules"],
  ["eval", "src must run where eval is forbidden"],
  ["Function", "src must run where eval is forbidden; for a type, write the signature"],
].map(([name, message]) => ({ name, message }));

const impureProperties = [
  { object: "Date", property: "now", message: "src reads no clock: `asOf` is always given." },
  { object: "Math", property: "random", message: "The same input gives the same answer." },
  { object: "z", property: "coerce", message: "It lets `true` and `null` pass as numbers." },
  { object: "z", property: "config", message: "It changes zod for the whole application." },
];

const nakedZod = {
  selector:
    "ImportDeclaration[importKind!='type'][source.value=/^zod/] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
  message: 'Write `import * as z from "zod/v4/core"`: `{ z }` brings 66 KB more to every consumer.',
};

const impureSyntax = [
  nakedZod,
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "src reads no clock: `asOf` is always given.",
  },
  {
    selector: "CallExpression[callee.type='Identifier'][callee.name='Date']",
    message: "`Date()` is the time now, whatever its arguments.",
  },
  {
    selector: "BinaryExpression[operator='instanceof'][right.name=/Decimal$/]",
    message: "False across the ESM and CJS copies of decimal.js: use `Decimal.isDecimal`.",
  },
  {
    selector: "BinaryExpression[operator='instanceof'][right.name='CreditError']",
    message: "False across our own ESM and CJS copies: use `isCreditError`.",
  },
  {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name=/^(max|min)$/] > SpreadElement",
    message: "A long list overflows the stack: use a loop.",
  },
  {
    selector: "TSEnumDeclaration",
    message: "Write a union of texts: it survives JSON and needs no import.",
  },
  {
    selector: "MemberExpression[property.name='multipleOf']",
    message: "It computes with binary fractions: check the decimal places.",
  },
];

export default defineConfig(
  globalIgnores(["build/", "coverage/", "dist/"]),
  {
    name: "typescript",
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-restricted-syntax": ["error", nakedZod],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // A number or bigint in a text is what is meant; an object in a text is not.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      // `read<T>(...)`: a type parameter used once says what the caller expects.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // A third of the running time, to guard enums (we have none) and class instances (the
      // compiler's own check is enough).
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    name: "src: pure and small",
    files: ["src/**/*.ts"],
    rules: {
      "no-eval": "error",
      "no-implied-eval": "off", // the typed rule of the same name is on
      "no-new-func": "error",
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-properties": ["error", ...impureProperties],
      "no-restricted-syntax": ["error", ...impureSyntax],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: "kernels: long loops over typed arrays, indices proved by the loop",
    files: ["src/**/*.kernel.ts"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    name: "tests and examples",
    files: ["test/**/*.ts", "examples/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    name: "tests hand over wrong input on purpose",
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    name: "configuration: outside the TypeScript projects the editor sees",
    files: [".config/**", "*.config.ts"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);

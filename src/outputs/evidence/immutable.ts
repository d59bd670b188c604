/** A type all of whose parts are readonly, for what zod infers as changeable. */
export type Immutable<Value> = unknown extends Value
  ? Value
  : Value extends string | number | boolean | null | undefined
    ? Value
    : {readonly [Key in keyof Value]: Immutable<Value[Key]>}

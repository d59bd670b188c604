/** A short fact of the report: a name, a value, and what it is of. */
export type Fact = {
  readonly key: string
  readonly name: string
  readonly value: string
  /** Empty where there is nothing to add. */
  readonly detail: string
}

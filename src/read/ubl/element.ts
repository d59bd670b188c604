/** An element of an e-invoice, as far as it is read: its own text, the attributes that count, and what is in it. */
export type UblElement = {
  /** Without prefix. */
  readonly name: string
  /** Without spaces around it; empty where the element holds elements. */
  readonly text: string
  /** `schemeID`; empty where there is none. */
  readonly scheme: string
  /** `currencyID`, upper case; empty where there is none. */
  readonly currency: string
  readonly children: readonly UblElement[]
}

/** Every element that the path of names leads to, in the order of the document. */
export function elementsAt(element: UblElement, ...path: readonly string[]): readonly UblElement[] {
  let found: readonly UblElement[] = [element]
  for (const name of path) found = found.flatMap(({children}) => children.filter((child) => child.name === name))
  return found
}

/** The text of the first of them; empty where there is none. */
export const textAt = (element: UblElement, ...path: readonly string[]): string =>
  elementsAt(element, ...path)[0]?.text ?? ''

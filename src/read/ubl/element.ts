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
export function elementsAt({children}: UblElement, name: string, ...path: readonly string[]): UblElement[] {
  const found: UblElement[] = []
  const [next, ...rest] = path
  for (const child of children) {
    if (child.name !== name) continue
    if (next === undefined) found.push(child)
    else for (const element of elementsAt(child, next, ...rest)) found.push(element)
  }
  return found
}

/** The text of the first of them; empty where there is none. */
export const textAt = (element: UblElement, name: string, ...path: readonly string[]): string =>
  elementsAt(element, name, ...path)[0]?.text ?? ''

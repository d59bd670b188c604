/** CVR numbers: eight digits, the last of which checks the others (modulus 11). */
declare const cvrBrand: unique symbol

/** Eight digits. The check digit is asked only where the contract says so (`matching.md` 4, `CVR_INVALID`). */
export type Cvr = string & {readonly [cvrBrand]: true}

const eightDigits = /^\d{8}$/

/** `DK 12 34 56 74` → `12345674`. Undefined where it is not eight digits. */
export function cvr(text: string): Cvr | undefined {
  if (eightDigits.test(text)) return text as Cvr
  const digits = text.replaceAll(/[\s.-]/g, '').replace(/^DK/i, '')
  return eightDigits.test(digits) ? (digits as Cvr) : undefined
}

const weights = [2, 7, 6, 5, 4, 3, 2, 1]

export const hasCheckDigit = (number: Cvr): boolean =>
  weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11 === 0

/**
 * Money is whole øre and nothing else: no fractions, no floating kroner.
 * Quantities and factors are exact decimals, so that a cost is rounded once, half away from zero.
 */
declare const oreBrand: unique symbol

/** A whole number of øre, negative for what is owed back. */
export type Ore = number & {readonly [oreBrand]: true}

/** Throws a RangeError for anything but a safe whole number: a programming fault, never bad input. */
export function ore(value: number): Ore {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of øre: ${value}`)
  return (value === 0 ? 0 : value) as Ore
}

export const zeroOre = ore(0)

export function sumOre(amounts: Iterable<Ore>): Ore {
  let sum = 0
  for (const amount of amounts) sum += amount
  return ore(sum)
}

export const negated = (amount: Ore): Ore => ore(-amount)

/** The amount without its sign, in øre. */
export const sizeOf = (amount: Ore): Ore => ore(Math.abs(amount))

/** An exact decimal number: `digits` ÷ 10^`decimals`, without trailing zeros, so that equal numbers are equal values. */
export type Decimal = {readonly digits: number; readonly decimals: number}

/** Reads `37.5` or `-2` (a decimal point, no grouping). Undefined where it is no number or has over 15 digits. */
export function decimal(text: string): Decimal | undefined {
  const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text)
  if (!found) return undefined
  const [, sign = '', whole = '', fraction = ''] = found
  const kept = fraction.replace(/0+$/, '')
  const digits = Number(`${whole}${kept}`)
  if (!Number.isSafeInteger(digits) || `${whole}${kept}`.replace(/^0+/, '').length > 15) return undefined
  return {digits: sign && digits !== 0 ? -digits : digits, decimals: kept.length}
}

export const oneDecimal: Decimal = {digits: 1, decimals: 0}

/** `37,5`: with a decimal comma. */
export function formatDecimal({digits, decimals}: Decimal): string {
  const size = String(Math.abs(digits)).padStart(decimals + 1, '0')
  const whole = size.slice(0, size.length - decimals)
  const fraction = decimals > 0 ? `,${size.slice(-decimals)}` : ''
  return `${digits < 0 ? '-' : ''}${whole}${fraction}`
}

/** An exact fraction; the denominator is above zero. */
export type Fraction = {readonly numerator: bigint; readonly denominator: bigint}

export const fraction = (numerator: number | bigint, denominator: number | bigint = 1): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
})

export const fractionOf = ({digits, decimals}: Decimal): Fraction => fraction(digits, 10n ** BigInt(decimals))

export const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
})

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
})

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Rounded to whole øre, half away from zero (`matching.md`, before section 1). */
export function roundToOre({numerator, denominator}: Fraction): Ore {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (size * 2n + denominator) / (denominator * 2n)
  return ore(Number(numerator < 0n ? -rounded : rounded))
}

/** `1234,50`: two decimals, decimal comma, no grouping — the form of every CSV written. */
export function plainKroner(amount: Ore): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

/** `1234.50`: kroner with a decimal point, the form of amounts in JSON. */
export const jsonKroner = (amount: Ore): string => plainKroner(amount).replace(',', '.')

/** The øre of an amount in JSON: `-1234.50` is -123450. */
export const oreOfJson = (kroner: string): Ore => ore(Number(kroner.replace('.', '')))

/** `formats.md`, Reading tables: a row equal in every field to one of another file is read once. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {withoutRepeated} from '../../src/normalise/repeated-rows.ts'

/** `a1 a1 b2`: a file a with the content 1 twice, and a file b. */
const rowsOf = (text: string) =>
  text.split(' ').map((name, at) => ({
    fileId: name[0] ?? '',
    number: Number(name.slice(1)) < 3 ? 'low' : 'high',
    content: () => name.slice(1),
    source: {file: name[0] ?? '', row: at + 2},
  }))
const kept = (text: string) =>
  withoutRepeated(rowsOf(text))
    .map(({fileId, content}) => `${fileId}${content()}`)
    .join(' ')

describe('rows of several files', () => {
  it.each([
    ['no row is repeated', 'a1 a2 b3', 'a1 a2 b3'],
    ['a row of both is read once', 'a1 a2 b2 b3', 'a1 a2 b3'],
    ['a row twice in one file stays twice', 'a1 a1', 'a1 a1'],
    ['a row twice in one and once in the other stays twice', 'a1 a1 b1', 'a1 a1'],
    ['the file that has it most often decides, wherever it stands', 'a1 b1 b1', 'b1 b1'],
    ['a row twice in both stays twice', 'a1 a1 b1 b1', 'a1 a1'],
    ['of three files', 'a1 b1 c1 c2 b2', 'a1 b2'],
  ])('%s: %s', (_, given, left) => {
    expect(kept(given)).toBe(left)
  })

  it('leave each content as often as the file that has most of it, in the order given', () => {
    const name = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(name, {minLength: 1, maxLength: 12}), (names) => {
        const rows = rowsOf(names.join(' '))
        const left = withoutRepeated(rows)
        expect(left).toEqual(rows.filter((row) => left.includes(row)))
        for (const content of ['1', '2', '3']) {
          const times = (file: string) => names.filter((each) => each === `${file}${content}`).length
          expect(left.filter((row) => row.content() === content)).toHaveLength(Math.max(...['a', 'b', 'c'].map(times)))
        }
      }),
    )
  })
})

/** Lines and columns of the terminal. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {aligned, blocks, hanging, joined, wrapped} from '../../src/render/layout.ts'

describe('wrapping', () => {
  it('breaks at words, and leaves a word that is too long whole', () => {
    expect(wrapped('en to trefirefem seks', 7)).toEqual(['en to', 'trefirefem', 'seks'])
  })

  it('loses no word and writes no line beyond the width that could be shorter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zæøå]{1,12}$/), {minLength: 1}),
        fc.integer({min: 1, max: 40}),
        (words, width) => {
          const lines = wrapped(words.join(' '), width)
          expect(lines.join(' ')).toBe(words.join(' '))
          for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
        },
      ),
    )
  })
})

it('indents what follows by the width of what leads', () => {
  expect(hanging('1. ', 'en to tre', 8)).toEqual(['1. en to', '   tre'])
})

it('aligns the first column to the left and the others to the right', () => {
  expect(
    aligned([
      ['a', '1'],
      ['bcd', '100'],
    ]),
  ).toEqual(['a      1', 'bcd  100'])
})

it('joins parts with a dot, and breaks no part over two lines', () => {
  expect(joined(['en to', 'tre', 'fire fem'], 12)).toEqual(['en to · tre', 'fire fem'])
  expect(joined(['en meget lang del'], 8)).toEqual(['en meget', 'lang del'])
})

it('blocks have a blank line between them, and one without lines is left out', () => {
  expect(blocks([['a', 'b'], [], ['c']])).toBe('a\nb\n\nc')
})

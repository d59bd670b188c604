/** The findings of a check as a list for a person (`commands.md`, validate-*): what differs between commands is data. */
import type {Finding} from '../../checks/finding.ts'
import {hanging} from '../layout.ts'
import type {Rendering} from '../rendering.ts'

/** How a list shows a finding: what is before its first line, and the paragraphs below each other beside it. */
export type FindingLayout<Shown extends Finding> = {
  /** By the finding's number in the list, from 1 on. */
  readonly lead: (number: number) => string
  readonly paragraphs: (finding: Shown) => readonly Paragraph[]
}

/** `style` is put on whole lines. */
export type Paragraph = {readonly text: string; readonly style?: (line: string) => string}

/** The lines of each finding, in the order given. */
export const listFindings = <Shown extends Finding>(
  findings: readonly Shown[],
  {lead, paragraphs}: FindingLayout<Shown>,
  {width}: Pick<Rendering, 'width'>,
): string[][] => findings.map((finding, index) => linesOf(lead(index + 1), paragraphs(finding), width))

const linesOf = (lead: string, paragraphs: readonly Paragraph[], width: number): string[] =>
  paragraphs.flatMap(({text, style}, index) => {
    const lines = hanging(index === 0 ? lead : ' '.repeat(lead.length), text, width)
    return style ? lines.map(style) : lines
  })

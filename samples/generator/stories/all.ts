/** Every story, and how often it is told: the ordinary ones beside those with something the matter. */
import type {Teller} from '../teller.ts'
import * as ambiguous from './ambiguous.ts'
import * as amounts from './amounts.ts'
import * as citizens from './citizens.ts'
import * as creditNotes from './credit-notes.ts'
import * as documents from './documents.ts'
import * as named from './named.ts'
import * as ordinary from './ordinary.ts'
import * as periods from './periods.ts'
import * as rules from './rules.ts'

export type Story = (t: Teller) => void

type Share = readonly [story: Story, weight: number]

const smooth: readonly Share[] = [
  [ordinary.oneGrant, 30],
  [ordinary.severalGrants, 8],
  [named.inTurn, 18],
  [ordinary.rateChange, 4],
  [ordinary.partOfMonth, 3],
  [ordinary.renewal, 2],
  [ordinary.citizenInText, 4],
  [ordinary.splitLines, 2],
  [ordinary.collective, 2],
  [ordinary.quarter, 1],
  [ordinary.billedAs, 1],
  [ordinary.paidOnce, 1],
  [ordinary.late, 2],
  [ambiguous.endedTwin, 1],
]

const troubled: readonly Share[] = [
  [amounts.otherAmount, 10],
  [amounts.amountOfAnotherMonth, 2],
  [amounts.extraLine, 4],
  [amounts.newRate, 6],
  [amounts.corrected, 2],
  [amounts.zero, 1],
  [amounts.overLimit, 1],
  [amounts.wholeForPart, 2],
  [named.habitUnknown, 8],
  [named.textNamesAnother, 2],
  [named.wrongAmount, 3],
  [named.missingBill, 2],
  [named.nobodyOnOne, 1],
  [named.otherGrantOtherMonth, 1],
  [periods.backwards, 1],
  [periods.tooLong, 2],
  [periods.outsideWindow, 2],
  [periods.beforeStart, 2],
  [periods.contradictory, 2],
  [periods.oneEnd, 1],
  [periods.afterTheEnd, 3],
  [periods.paidByRegister, 1],
  [periods.billedTwice, 3],
  [periods.partOfTwo, 1],
  [citizens.nobody, 5],
  [citizens.notANumber, 2],
  [citizens.mistyped, 4],
  [citizens.severalInText, 2],
  [citizens.elsewhere, 2],
  [citizens.unknownSupplier, 2],
  [citizens.wrongCvr, 1],
  [citizens.grantedLate, 3],
  [citizens.unreadableGrant, 1],
  [citizens.unreadableCitizen, 1],
  [ambiguous.twins, 3],
  [ambiguous.paidTwin, 1],
  [ambiguous.twinOutOfScope, 1],
  [ambiguous.twoSets, 1],
  [ambiguous.partOfSetPaid, 1],
  [documents.duplicate, 4],
  [documents.resent, 2],
  [documents.changed, 2],
  [documents.unreadable, 2],
  [documents.rowsDisagree, 1],
  [documents.rowTwice, 1],
  [documents.totalOff, 1],
  [documents.oneOfSeveral, 1],
  [documents.sameLineTwice, 1],
  [creditNotes.namingTheBill, 4],
  [creditNotes.statingThePeriod, 2],
  [creditNotes.aPart, 1],
  [creditNotes.namingNoBill, 1],
  [creditNotes.fromNowhere, 1],
  [creditNotes.ofAnUnposted, 2],
  [rules.otherParagraph, 6],
  [rules.notFixed, 4],
  [rules.hoursUnknown, 1],
  [rules.notInForce, 1],
  [rules.noTargetGroup, 1],
  [rules.foreignCurrency, 1],
  [rules.withVat, 1],
  [rules.othersGln, 1],
  [rules.blockedSupplier, 1],
  ...rules.notCoded.map((story): Share => [story, 1]),
]

/** Each story as often as it weighs. */
const deck = (shares: readonly Share[]): Story[] =>
  shares.flatMap(([story, weight]) => Array<Story>(weight).fill(story))

export const smoothStories = deck(smooth)
export const troubledStories = deck(troubled)
export const everyStory: readonly Story[] = [...smooth, ...troubled].map(([story]) => story)

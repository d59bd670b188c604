/** Each kind of doubt (`matching.md` 2, Doubts): the sentence in `Forslag`, and the action that would settle it. */
import type {Month} from '../model/calendar.ts'
import type {Doubt} from '../model/verdict.ts'
import {listText, monthText} from '../text/format.ts'
import type {ActionText} from './action-text.ts'
import {type Case, supplierOf} from './case.ts'
import {fact, instruction, type Sentence} from './sentence.ts'

type DoubtOf<Kind extends Doubt['kind']> = Extract<Doubt, {kind: Kind}>

type DoubtEntry<Kind extends Doubt['kind']> = {
  readonly sentence: (doubt: DoubtOf<Kind>) => Sentence
  readonly action?: (doubt: DoubtOf<Kind>, exception: Case) => ActionText
}

const entries: {readonly [Kind in Doubt['kind']]: DoubtEntry<Kind>} = {
  otherGrantOtherMonth: {
    sentence: ({grantId, month}) =>
      fact({
        da: `Bevilling ${grantId} koster det samme for ${monthText(month as Month, 'da')}, som ikke er betalt.`,
        en: `Grant ${grantId} costs the same for ${monthText(month as Month, 'en')}, which has not been paid.`,
      }),
  },
  gap: {
    sentence: ({grantIds, month}) =>
      instruction({
        da: `Regningen for ${monthText(month as Month, 'da')} (bevilling ${listText(grantIds, 'da')}) mangler, og denne kan være den; spørg leverandøren, hvilken måned der er ment.`,
        en: `The bill for ${monthText(month as Month, 'en')} (grant ${listText(grantIds, 'en')}) is missing, and this may be it; ask the supplier which month is meant.`,
      }),
    action: ({grantIds, month}, exception) => ({
      key: ['gap', ...grantIds, month],
      text: {
        da: `Find regningen for ${monthText(month as Month, 'da')} fra ${supplierOf(exception)} (bevilling ${listText(grantIds, 'da', 5)}), eller afklar, at den aldrig kommer.`,
        en: `Find the bill for ${monthText(month as Month, 'en')} from ${supplierOf(exception)} (grant ${listText(grantIds, 'en', 5)}), or make sure that it never comes.`,
      },
    }),
  },
  partlyCovered: {
    sentence: ({grantId}) =>
      fact({
        da: `Bevillingen dækker kun en del af perioden, og bevilling ${grantId} dækker andre dage af den.`,
        en: `The grant covers only part of the period, and grant ${grantId} covers other days of it.`,
      }),
  },
  outOfScopeFits: {
    sentence: ({grantIds}) =>
      fact({
        da: `Bevilling ${listText(grantIds, 'da')} passer også, men paragraffen er ikke i rules.paragraphs.`,
        en: `Grant ${listText(grantIds, 'en')} fits too, but its paragraph is not in rules.paragraphs.`,
      }),
  },
  nearAndExact: {
    sentence: () =>
      fact({
        da: 'En bevilling passer inden for rules.amountTolerance, og flere tilsammen passer på øren.',
        en: 'One grant fits within rules.amountTolerance, and several together fit to the øre.',
      }),
  },
}

export const doubtSentence = (doubt: Doubt): Sentence => entryOf(doubt).sentence(doubt)

/** Undefined where the doubt does not say what would settle it. */
export const doubtAction = (doubt: Doubt, exception: Case): ActionText | undefined =>
  entryOf(doubt).action?.(doubt, exception)

function entryOf<Kind extends Doubt['kind']>(doubt: DoubtOf<Kind>): DoubtEntry<Kind> {
  const kind: Kind = doubt.kind as Kind
  return entries[kind]
}

/** What each figure of the report means (`commands.md`, report), in both languages: no rate is shown without it. */
import type {LocalizedText} from '../../model/language.ts'
import {type Figures, rudersdalAfterSixMonths} from '../../report/figures.ts'
import {plainText} from '../../text/numbers.ts'

/** As `--json` names them. */
export type Term =
  | 'received'
  | 'inScope'
  | 'posted'
  | 'firstPass'
  | 'decided'
  | 'amounts'
  | 'interval'
  | 'months'
  | 'target'
  | 'rudersdal'
  | 'reasons'
  | 'comingBack'
  | 'open'
  | 'fixes'
  | 'hoursSaved'

export type Definition = {readonly term: Term; readonly name: LocalizedText; readonly meaning: LocalizedText}

/** In the order in which the report shows them. */
export const definitionsOf = ({undated, minutesPerInvoice}: Figures): Definition[] => [
  {
    term: 'received',
    name: {da: 'Modtaget', en: 'Received'},
    meaning: {
      da: 'Forskellige bilag med fakturadato i perioden, også kreditnotaer og dubletter. Et bilag, der kommer igen, tæller én gang. Prøvekørsler og fortrudte kørsler tæller ikke.',
      en: 'Distinct documents issued in the span, credit notes and duplicates too. A document that comes again counts once. Trials and undone runs do not count.',
    },
  },
  {
    term: 'inScope',
    name: {da: 'I omfang', en: 'In scope'},
    meaning: {
      da: 'Modtaget uden de bilag, som senest er afgjort som OUT_OF_SCOPE: dem må programmet ikke kontere.',
      en: 'Received less the documents whose last verdict is OUT_OF_SCOPE: the program may not post them.',
    },
  },
  {
    term: 'posted',
    name: {da: 'Konteret', en: 'Posted'},
    meaning: {
      da: 'Konteret af programmet selv, og hverken taget tilbage af en kreditnota, helt eller delvist, eller afvist af OPUS siden.',
      en: 'Posted by the program itself, and since then neither taken back by a credit note, in whole or in part, nor refused by OPUS.',
    },
  },
  {
    term: 'firstPass',
    name: {da: 'I første kørsel', en: 'In the first run'},
    meaning: {
      da: 'Konteret af den første kørsel, der så bilaget; de øvrige konterede er blevet det i en senere kørsel.',
      en: 'Posted by the first run that saw the document; the others came to be posted in a later run.',
    },
  },
  {
    term: 'decided',
    name: {da: 'Afgjort af medarbejdere', en: 'Decided by people'},
    meaning: {
      da: 'Konteret efter en medarbejders beslutning. Tæller ikke som konteret automatisk.',
      en: 'Posted on a person’s decision. Not counted as posted automatically.',
    },
  },
  {
    term: 'amounts',
    name: {da: 'Kroner', en: 'Kroner'},
    meaning: {
      da: 'Bilagenes totaler som størrelser, uden fortegn.',
      en: 'The totals of the documents as sizes, without sign.',
    },
  },
  {
    term: 'interval',
    name: {da: '95 %-interval', en: '95 % interval'},
    meaning: {
      da: 'Wilson-interval for andelen af alle modtagne efter antal: så meget kan andelen svinge ved rene tilfældigheder.',
      en: 'Wilson interval of the share of all received, by count: so far the rate may move by chance alone.',
    },
  },
  {
    term: 'months',
    name: {da: 'Måned og uge', en: 'Month and week'},
    meaning: {
      da: `Fakturadatoens.${undated === 0 ? '' : ` Bilag uden læsbar fakturadato (${undated}) står, hvor de først kom.`} «I gang»: ikke slut ved den seneste kørsel. «Delvis»: perioden har kun en del af dagene.`,
      en: `Those of the date of issue.${undated === 0 ? '' : ` Documents without a readable one (${undated}) stand where they first came.`} “Running”: not over at the last run. “Partial”: the span has only some of its days.`,
    },
  },
  {
    term: 'target',
    name: {da: 'Mål', en: 'Target'},
    meaning: {
      da: 'Andelen af alle modtagne efter antal, som kommunen vil nå.',
      en: 'The share of all received, by count, that the municipality aims at.',
    },
  },
  {
    term: 'rudersdal',
    name: {da: 'Rudersdal', en: 'Rudersdal'},
    meaning: {
      da: `${rudersdalAfterSixMonths} % automatisk konteret efter seks måneder, efter kommunens egen opgørelse.`,
      en: `${rudersdalAfterSixMonths} % posted automatically after six months, by that municipality’s own figure.`,
    },
  },
  {
    term: 'reasons',
    name: {da: 'Årsag', en: 'Reason'},
    meaning: {
      da: 'Den seneste afgørelses, for hvert bilag, der ikke er konteret. Modtaget = konteret + afgjort af medarbejdere + alle årsager.',
      en: 'That of the last verdict, for each document that is not posted. Received = posted + decided by people + all reasons.',
    },
  },
  {
    term: 'comingBack',
    name: {da: 'Kommer igen', en: 'Coming back'},
    meaning: {
      da: 'Den årsag, som en leverandørs bilag først blev lagt fra med, når den optræder i mindst tre måneder (i en kortere periode: i dem alle), også for bilag, der siden er konteret.',
      en: 'The reason for which a supplier’s documents were first left to a person, where it occurs in at least three months (in a shorter span: in all of them), posted since or not.',
    },
  },
  {
    term: 'open',
    name: {da: 'Åben', en: 'Open'},
    meaning: {
      da: 'Bilaget er senest lagt til et menneske. Alderen er dage fra den kørsel, der først gjorde det, til den seneste, og tælles kun for bilag, som den seneste kørsel bragte, uanset fakturadato.',
      en: 'The last verdict leaves the document to a person. Its age is the days from the run that first did so to the last one, counted only for what the last run brought, whenever issued.',
    },
  },
  {
    term: 'fixes',
    name: {da: 'Løfter andelen', en: 'Lifts the rate'},
    meaning: {
      da: 'De regninger, som rettelsen alene frigør, af dem, den seneste kørsel bragte. Uden «op til» er rettelsen prøvet af kørslen og tallet nøjagtigt; «op til» er det meste, den kan frigøre. Point: lagt til periodens andel af alle modtagne.',
      en: 'The invoices that the fix alone frees, of those that the last run brought. Without “up to” the run has tried the fix and the figure is exact; “up to” is the most that it can free. Points: added to the span’s rate of all received.',
    },
  },
  {
    term: 'hoursSaved',
    name: {da: 'Sparede timer', en: 'Hours saved'},
    meaning: {
      da: `Konterede regninger gange ${plainText(minutesPerInvoice, 'da')} minutter (report.minutesPerInvoice).`,
      en: `Invoices posted times ${plainText(minutesPerInvoice, 'en')} minutes (report.minutesPerInvoice).`,
    },
  },
]

/**
 * Sentences for what is wrong with a cell, a row or an e-invoice (`formats.md`, Reading tables): takes a problem as
 * data, returns what people read, without CPR number.
 */
import type {Language, LocalizedText} from '../model/language.ts'
import type {Expectation, Problem} from '../model/problem.ts'
import {maskedLine} from '../text/mask.ts'

/** What was expected; written after the column and its value. */
export const expectations: Readonly<Record<Expectation, LocalizedText>> = {
  required: {da: 'feltet skal være udfyldt', en: 'the field must be filled'},
  amount: {da: 'forventede et beløb som 1.234,56', en: 'expected an amount such as 1.234,56'},
  amountDecimals: {da: 'beløbet har mere end to decimaler', en: 'the amount has more than two decimals'},
  amountBothWays: {
    da: 'beløbet kan læses på to måder, og kolonnen bruger både punktum og komma som decimaltegn',
    en: 'the amount can be read in two ways, and the column uses both point and comma for decimals',
  },
  amountAboveZero: {da: 'beløbet skal være over nul', en: 'the amount must be above zero'},
  number: {da: 'forventede et tal som 37,5', en: 'expected a number such as 37,5'},
  numberBothWays: {
    da: 'tallet kan læses på to måder, og kolonnen bruger både punktum og komma som decimaltegn',
    en: 'the number can be read in two ways, and the column uses both point and comma for decimals',
  },
  numberNotNegative: {da: 'tallet må ikke være under nul', en: 'the number must not be below zero'},
  date: {da: 'forventede en dato som 31-03-2026', en: 'expected a date such as 31-03-2026'},
  dateInCalendar: {da: 'den dag findes ikke i kalenderen', en: 'that day is not in the calendar'},
  cpr: {da: 'forventede et CPR-nummer på ti cifre', en: 'expected a CPR number of ten digits'},
  cvr: {da: 'forventede et CVR-nummer på otte cifre', en: 'expected a CVR number of eight digits'},
  gln: {da: 'forventede et EAN/GLN-nummer på 13 cifre', en: 'expected an EAN/GLN number of 13 digits'},
  unit: {
    da: 'forventede Måned, Døgn, Dag, Uge, Time, År eller Engang; et andet ord kan tilføjes under values.unit i bills.yaml',
    en: 'expected Måned, Døgn, Dag, Uge, Time, År or Engang; another word can be added under values.unit in bills.yaml',
  },
  paragraph: {da: 'forventede en paragraf som § 107 eller STU', en: 'expected a paragraph such as § 107 or STU'},
  documentType: {
    da: 'forventede Faktura eller Kreditnota; et andet ord kan tilføjes under values.documentType i bills.yaml',
    en: 'expected Faktura or Kreditnota; another word can be added under values.documentType in bills.yaml',
  },
  yesNo: {
    da: 'forventede Ja eller Nej; et andet ord for ja kan tilføjes under values.yes i bills.yaml',
    en: 'expected Ja or Nej; another word for yes can be added under values.yes in bills.yaml',
  },
  chartType: {da: 'forventede PSP eller Art', en: 'expected PSP or Art'},
  periodOrder: {da: 'slutdatoen ligger før startdatoen', en: 'the last day is before the first'},
  extraCells: {da: 'rækken har flere celler end overskriften', en: 'the row has more cells than the header'},
  formulaError: {
    da: 'formlen i cellen giver en fejl eller er aldrig beregnet',
    en: 'the formula in the cell gives an error or was never calculated',
  },
  rowsDisagree: {
    da: 'rækker, der hører sammen, har forskellige værdier her',
    en: 'rows that belong together have different values here',
  },
  rowsOverlap: {
    da: 'rækker for samme bevilling overlapper med forskellig takst, mængde eller indsats',
    en: 'rows of one grant overlap with different rate, quantity or service',
  },
  xmlWellFormed: {
    da: 'filen er ikke gyldig XML på den linje og kolonne; bed om den igen',
    en: 'the file is no valid XML at that line and column; ask for it again',
  },
  xmlEncoding: {
    da: 'filen er ikke skrevet i det tegnsæt, den selv nævner, eller tegnsættet er ukendt; bed om den igen i UTF-8',
    en: 'the file is not written in the encoding that it names, or that is unknown; ask for it again in UTF-8',
  },
  xmlNoDocumentType: {
    da: 'filen har en DOCTYPE, som en e-faktura ikke må have; se på afsenderen, før den behandles',
    en: 'the file has a DOCTYPE, which no e-invoice may have; look at the sender before handling it',
  },
  xmlDepth: {
    da: 'elementerne ligger dybere i hinanden, eller har flere attributter, end nogen e-faktura',
    en: 'the elements lie deeper in each other, or have more attributes, than in any e-invoice',
  },
  xmlSize: {da: 'filen er større, end nogen e-faktura er', en: 'the file is larger than any e-invoice'},
  xmlTextLength: {da: 'teksten er længere, end nogen e-faktura har', en: 'the text is longer than in any e-invoice'},
  xmlInvoice: {
    da: 'forventede en faktura eller kreditnota i OIOUBL 2 eller Peppol BIS 3; behandl den manuelt, eller bed om den igen',
    en: 'expected an invoice or credit note in OIOUBL 2 or Peppol BIS 3; handle it by hand, or ask for it again',
  },
  xmlTypeCode: {
    da: 'forventede typen 380 eller 393 for en faktura, 381 for en kreditnota',
    en: 'expected the type 380 or 393 of an invoice, 381 of a credit note',
  },
  xmlNoCopy: {
    da: 'filen er en kopi (CopyIndicator); find originalen',
    en: 'the file is a copy (CopyIndicator); find the original',
  },
  xmlAmount: {
    da: 'forventede et beløb som 1234.56, under en milliard',
    en: 'expected an amount such as 1234.56, below a billion',
  },
  xmlNumber: {da: 'forventede et tal som 37.5', en: 'expected a number such as 37.5'},
  xmlDate: {da: 'forventede en dato som 2026-03-31', en: 'expected a date such as 2026-03-31'},
  xmlCurrency: {
    da: 'beløbet er i en anden valuta end fakturaen',
    en: 'the amount is in another currency than the invoice',
  },
  zipPath: {
    da: 'filens sti fører ud af zip-filen; se på afsenderen, før den behandles',
    en: "the file's path leads out of the zip; look at the sender before handling it",
  },
  zipInZip: {
    da: 'en zip-fil i en zip-fil bliver ikke læst; pak den ud, og giv den for sig',
    en: 'a zip within a zip is not read; unpack it, and give it by itself',
  },
  zipSize: {
    da: 'zip-filen fylder pakket ud mere, end e-fakturaer gør; se på afsenderen, før den pakkes ud',
    en: 'unpacked, the zip is larger than e-invoices are; look at the sender before unpacking it',
  },
  zipReadable: {
    da: 'filen kan ikke pakkes ud: den er beskadiget, har adgangskode eller er pakket på en ukendt måde',
    en: 'the file cannot be unpacked: it is damaged, has a password, or is packed in an unknown way',
  },
}

/** `Takst «abc»: forventede et beløb som 1.234,56`. */
export function describeProblem({column, value, expected}: Problem, language: Language): string {
  const shown = value === '' ? '' : ` «${maskedLine(value)}»`
  return `${column}${shown}: ${expectations[expected][language]}`
}

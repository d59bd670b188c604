/** The reasons found before any grant is looked at (`matching.md` 4). */
import type {Reason} from './reason-entry.ts'

export const reasonsBefore = {
  ROW_INVALID: {
    owner: 'Regnskab',
    sentence: {da: 'Regningen har et felt, der ikke kan læses.', en: 'The bill has a field that cannot be read.'},
    remedy: {
      da: 'Ret feltet i kilden, eller behandl regningen manuelt.',
      en: 'Correct the field at its source, or handle the bill by hand.',
    },
  },
  ROW_REPEATED: {
    owner: 'Regnskab',
    sentence: {da: 'En linje står to gange på regningen.', en: 'A line stands twice on the bill.'},
    remedy: {
      da: 'Se på regningen, om begge linjer er ment; ret i så fald Fakturatotal eller Linje, og ellers slet den ene.',
      en: 'See from the bill whether both lines are meant; if so, correct Fakturatotal or Linje, else remove one.',
    },
  },
  TOTAL_MISMATCH: {
    owner: 'Regnskab',
    sentence: {
      da: 'Linjerne giver ikke det samme som regningens total.',
      en: "The lines do not add up to the bill's total.",
    },
    remedy: {
      da: 'Find den linje, der mangler eller er for meget, eller behandl regningen manuelt.',
      en: 'Find the line that is missing or one too many, or handle the bill by hand.',
    },
  },
  DOCUMENT_CHANGED: {
    owner: 'Regnskab',
    sentence: {
      da: 'Bilaget er konteret før, men med andet indhold.',
      en: 'The document was posted before, but with other content.',
    },
    remedy: {
      da: 'Sammenlign bilaget med det, der blev konteret, og ret forskellen manuelt.',
      en: 'Compare the document with what was posted, and correct the difference by hand.',
    },
  },
  DUPLICATE_INVOICE: {
    owner: 'Regnskab',
    sentence: {
      da: 'Leverandøren har sendt en regning med samme fakturanummer før.',
      en: 'The supplier sent a bill with the same invoice number before.',
    },
    remedy: {
      da: 'Afvis regningen, hvis det er den samme; er det en anden, skal leverandøren give den et nyt nummer.',
      en: 'Reject the bill if it is the same one; if it is another, the supplier must give it a new number.',
    },
  },
  CREDITED_UNPOSTED: {
    owner: 'Regnskab',
    sentence: {
      da: 'Regning og kreditnota hører sammen, og ingen af dem er konteret.',
      en: 'A bill and a credit note belong together, and neither has been posted.',
    },
    remedy: {
      da: 'Udlign de to mod hinanden manuelt; ingen af dem prøves igen.',
      en: 'Settle the two against each other by hand; neither is tried again.',
    },
  },
  REJECTED: {
    owner: 'Regnskab',
    sentence: {da: 'En medarbejder har afvist regningen.', en: 'A person has rejected the bill.'},
    remedy: {
      da: 'Skal den alligevel behandles, så giv arket tilbage, hvor Beslutning er tømt.',
      en: 'If it is to be handled after all, give a workbook back in which Beslutning is emptied.',
    },
  },
  CURRENCY_UNSUPPORTED: {
    owner: 'Regnskab',
    sentence: {da: 'Regningen er ikke i danske kroner.', en: 'The bill is not in Danish kroner.'},
    remedy: {da: 'Behandl regningen manuelt.', en: 'Handle the bill by hand.'},
  },
  VAT_UNSUPPORTED: {
    owner: 'Regnskab',
    sentence: {
      da: 'Regningen har moms, og bilaget kan ikke bære en momskode.',
      en: 'The bill states VAT, and the voucher carries no tax code.',
    },
    remedy: {
      da: 'Kontér regningen manuelt; skal alle beløb bruges med moms, så sæt rules.vat til gross i bills.yaml.',
      en: 'Post the bill by hand; if amounts with VAT are always to be used, set rules.vat to gross in bills.yaml.',
    },
  },
  OUT_OF_SCOPE: {
    owner: 'Regnskab',
    sentence: {
      da: 'Regningen hører ikke til dem, programmet må kontere.',
      en: 'The bill is not one that the program may post.',
    },
    remedy: {da: 'Behandl regningen manuelt.', en: 'Handle the bill by hand.'},
  },
  CVR_INVALID: {
    owner: 'Administration',
    sentence: {
      da: 'Leverandørens CVR-nummer mangler eller er forkert.',
      en: "The supplier's CVR number is missing or wrong.",
    },
    remedy: {
      da: 'Ret CVR-nummeret på regningen, eller opret leverandøren med det rigtige nummer.',
      en: 'Correct the CVR number on the bill, or register the supplier with the right number.',
    },
  },
  AMOUNT_ZERO: {
    owner: 'Regnskab',
    sentence: {da: 'Regningen er på 0 kr.', en: 'The bill is for nothing.'},
    remedy: {da: 'Luk regningen manuelt.', en: 'Close the bill by hand.'},
  },
  AMOUNT_OVER_LIMIT: {
    owner: 'Regnskab',
    sentence: {
      da: 'Beløbet er over den grænse, der må konteres automatisk.',
      en: 'The amount is above the limit for automatic posting.',
    },
    remedy: {
      da: 'Kontrollér regningen, og kontér den manuelt.',
      en: 'Check the bill, and post it by hand.',
    },
  },
  SUPPLIER_BLOCKED: {
    owner: 'Regnskab',
    sentence: {
      da: 'Leverandørens regninger må ikke konteres automatisk.',
      en: "The supplier's bills may not be posted automatically.",
    },
    remedy: {
      da: 'Behandl regningen manuelt; leverandøren står i rules.blockedSuppliers i bills.yaml.',
      en: 'Handle the bill by hand; the supplier stands in rules.blockedSuppliers of bills.yaml.',
    },
  },
  PERIOD_INVALID: {
    owner: 'Sagsbehandler',
    sentence: {da: 'Perioden slutter, før den begynder.', en: 'The period ends before it begins.'},
    remedy: {
      da: 'Bed leverandøren sende en regning med den rigtige periode.',
      en: 'Ask the supplier for a bill with the right period.',
    },
  },
  PERIOD_TOO_LONG: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Perioden dækker flere måneder, end der må konteres på én gang.',
      en: 'The period covers more months than may be posted at once.',
    },
    remedy: {
      da: 'Bed leverandøren om en regning for hver måned.',
      en: 'Ask the supplier for a bill for each month.',
    },
  },
  PERIOD_OUTSIDE_WINDOW: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Perioden ligger for langt fra fakturadatoen.',
      en: 'The period is too far from the date of the invoice.',
    },
    remedy: {
      da: 'Kontrollér med leverandøren, at perioden er rigtig, og behandl regningen manuelt.',
      en: 'Make sure with the supplier that the period is right, and handle the bill by hand.',
    },
  },
  PERIOD_BEFORE_START: {
    owner: 'Regnskab',
    sentence: {
      da: 'Perioden ligger før den dag, programmet konterer fra.',
      en: 'The period is before the day from which the program posts.',
    },
    remedy: {
      da: 'Undersøg, om den er betalt, og kontér den ellers manuelt.',
      en: 'Find out whether it has been paid, and else post it by hand.',
    },
  },
  CPR_INVALID: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Det, der står i feltet CPR-nummer, er ikke et CPR-nummer.',
      en: 'The CPR field holds no CPR number.',
    },
    remedy: {
      da: 'Find borgeren, og bed leverandøren skrive hele CPR-nummeret.',
      en: 'Find the citizen, and ask the supplier to state the whole CPR number.',
    },
  },
  CPR_MISSING: {
    owner: 'Sagsbehandler',
    sentence: {da: 'Linjen siger ikke, hvem borgeren er.', en: 'The line does not say who the citizen is.'},
    remedy: {
      da: 'Find borgeren, og bed leverandøren skrive CPR-nummeret på hver linje.',
      en: 'Find the citizen, and ask the supplier to state the CPR number on each line.',
    },
  },
  CPR_AMBIGUOUS: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Linjen har flere CPR-numre, der kan være borgerens.',
      en: "The line has several CPR numbers that may be the citizen's.",
    },
    remedy: {
      da: 'Afgør, hvilken borger der er ment, og bed leverandøren skrive ét CPR-nummer på hver linje.',
      en: 'Decide which citizen is meant, and ask the supplier to state one CPR number on each line.',
    },
  },
} satisfies Readonly<Record<string, Reason>>

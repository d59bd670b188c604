/**
 * What the XML file for OPUS requires of bills.yaml, beyond the forms in its schema (`configuration.md`, opus): takes the
 * settings, throws where one has no place in the file.
 */
import type {MatchConfig} from '../../config/schema.ts'
import {InputError} from '../../model/input-error.ts'
import type {OpusColumn} from './columns.ts'
import {fixedElements, forms} from './xml-forms.ts'

/** Throws an InputError where `opus.format` asks for XML and a setting has no place in it. */
export function checkXmlSettings({opus, municipality}: Pick<MatchConfig, 'opus' | 'municipality'>): void {
  if (opus.format === 'csv') return
  if (municipality === undefined || !forms.municipality.test(municipality)) {
    throw wrong(
      'municipality',
      'XML-filen til OPUS (opus.format) skal have kommunekoden, tre cifre i anførselstegn, f.eks. municipality: "230".',
      'the XML file for OPUS (opus.format) needs the municipality code, three digits in quotes, such as municipality: "230".',
    )
  }
  if (!forms.companyCode.test(opus.xml.companyCode)) {
    throw wrong('opus.xml.companyCode', 'firmakoden kan ikke være nul.', 'the company code cannot be zero.')
  }
  if (opus.postingDate !== null && !forms.day.test(opus.postingDate.replaceAll('-', ''))) {
    throw wrong(
      'opus.postingDate',
      `${opus.postingDate} kan ikke stå i XML-filen til OPUS, som kun kender årene 2000 til 2059.`,
      `${opus.postingDate} cannot stand in the XML file for OPUS, which knows the years 2000 to 2059 alone.`,
    )
  }
  for (const [column, value] of Object.entries(opus.fixed)) if (value !== '') checkFixed(column, value)
}

function checkFixed(column: string, value: string): void {
  const element = fixedElements[column as OpusColumn]
  if (!element) {
    throw wrong(
      'opus.fixed',
      `«${column}» har ingen plads i XML-filen til OPUS; slet linjen, eller sæt opus.format til csv.`,
      `«${column}» has no place in the XML file for OPUS; remove the line, or set opus.format to csv.`,
    )
  }
  if (!element.form.test(value)) {
    throw wrong(
      'opus.fixed',
      `værdien af «${column}» passer ikke i ${element.name} i XML-filen til OPUS; gør den kortere, eller ret den til cifre.`,
      `the value of «${column}» does not fit ${element.name} of the XML file for OPUS; shorten it, or use digits alone.`,
    )
  }
}

const wrong = (key: string, da: string, en: string): InputError =>
  new InputError({file: 'bills.yaml'}, {da: `${key}: ${da}`, en: `${key}: ${en}`})

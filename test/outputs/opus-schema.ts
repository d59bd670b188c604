/** Holds XML files for OPUS against schemas, by libxml2: our own reading, and the interface's where it is at hand. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {XmlDocument, XmlLibError, XsdValidator} from 'libxml2-wasm'

const root = join(import.meta.dirname, '../..')
const ours = join(root, 'schema/opus-posting.xsd')
/** The interface's constraints, kept beside the project on machines that have them, and no part of it. */
const theirs = join(root, '../shared/data/opus/FinancePostingRequest.xsd')

export const hasInterfaceSchema = existsSync(theirs)

/** What our own schema finds wrong; empty for a valid file. Throws for what is not well-formed. */
export const faultsByOurSchema = (xml: string | Uint8Array): string[] => faults(ours, xml)

/** What the interface's schema finds wrong. */
export const faultsByInterface = (xml: string | Uint8Array): string[] => faults(theirs, xml)

/** By both, or by ours alone where the other is not at hand. */
export const faultsOf = (xml: string | Uint8Array): string[] => [
  ...faultsByOurSchema(xml),
  ...(hasInterfaceSchema ? faultsByInterface(xml) : []),
]

const validators = new Map<string, XsdValidator>()

function validatorOf(file: string): XsdValidator {
  const known = validators.get(file)
  if (known) return known
  using schema = XmlDocument.fromBuffer(readFileSync(file))
  const made = XsdValidator.fromDoc(schema)
  validators.set(file, made)
  return made
}

function faults(file: string, xml: string | Uint8Array): string[] {
  const validator = validatorOf(file)
  using document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    return error.details.map(({message}) => message.trim())
  }
}

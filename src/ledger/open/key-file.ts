/**
 * The key beside the ledger: 32 random bytes, hexadecimal. With it citizens become keyed hashes, so that the ledger
 * holds no CPR number, and identifiers in which a CPR number stands (an invoice number made of one, say) are sealed,
 * so that they can be read again. Whoever has only the ledger has neither.
 */
import {createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {writeFileAtomically} from '../../files/atomic-file.ts'
import {type Cpr, cprNumbersIn} from '../../model/citizen.ts'
import {unusable} from './database.ts'

export type Key = KeyObject

export const keyFileOf = (ledger: string): string => `${ledger}.key`

/** Throws an InputError where the file is missing or holds no key. */
export function readKey(ledger: string): Key {
  const file = keyFileOf(ledger)
  if (!existsSync(file))
    throw unusable(file, {
      da: 'Nøglefilen til ledger-filen mangler; uden den kan borgerne ikke genkendes. Hent den fra sikkerhedskopien.',
      en: "The ledger's key file is missing; without it no citizen is recognised. Restore it from the backup.",
    })
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text))
    throw unusable(file, {
      da: 'Nøglefilen er ødelagt: den skal indeholde 64 hexadecimale tegn. Hent den fra sikkerhedskopien.',
      en: 'The key file is damaged: it should hold 64 hexadecimal characters. Restore it from the backup.',
    })
  return createSecretKey(text, 'hex')
}

/** The key of a ledger yet to be made: one that a start cut off left behind is used. */
export function readOrMakeKey(ledger: string, mode: number): Key {
  if (existsSync(keyFileOf(ledger))) return readKey(ledger)
  const key = randomBytes(32)
  writeFileAtomically(keyFileOf(ledger), `${key.toString('hex')}\n`, mode)
  return createSecretKey(key)
}

/** Gives the HMAC-SHA256 of a CPR number, hexadecimal, and remembers it: a run asks for each citizen many times. */
export function citizenHasher(key: Key): (citizen: Cpr) => string {
  const known = new Map<Cpr, string>()
  return (citizen) => {
    const hash = known.get(citizen) ?? hmac(key, `citizen:${citizen}`).toString('hex')
    known.set(citizen, hash)
    return hash
  }
}

/** What the ledger keeps to know its own key by. */
export const keyCheck = (key: Key): string => hmac(key, 'ledger of bills').toString('hex')

const sealedMark = 'sealed:'

/** The text itself, or, where a CPR number stands in it, its sealed form. Equal texts have equal seals. */
export function encrypt(key: Key, text: string): string {
  if (cprNumbersIn(text).length === 0 && !isEncrypted(text)) return text
  // The nonce is a keyed hash of the text, so that two texts never share one and a text can be looked up by its seal.
  const nonce = hmac(key, `nonce:${text}`).subarray(0, 12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce)
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return sealedMark + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
}

export const isEncrypted = (text: string): boolean => text.startsWith(sealedMark)

export function decrypt(key: Key, text: string): string {
  if (!isEncrypted(text)) return text
  const bytes = Buffer.from(text.slice(sealedMark.length), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

const sealingKey = (key: Key): Buffer => hmac(key, 'sealing key')

const hmac = (key: Key, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** What people read is written in both languages, side by side. */
export type Language = 'da' | 'en'
export type LocalizedText = Readonly<Record<Language, string>>

/** A message to a person beside the result of a command: what was not read, what was written, what to look after. */
export type Notice = LocalizedText

/** What people read stands in both languages, side by side. */
export type Language = 'da' | 'en'
export type LocalizedText = Readonly<Record<Language, string>>

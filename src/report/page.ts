import type {Language} from '../domain/text.ts'
import type {Figures} from './figures.ts'
export const reportPage = (_figures: Figures, _language: Language): string => ''

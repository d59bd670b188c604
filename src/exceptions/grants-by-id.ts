/** The register's grants by id, those that count first; made once for a run. */
import type {Grant, GrantRegister} from '../model/grant.ts'

export type GrantsById = ReadonlyMap<string, Grant>

export const grantsById = ({grants, inactive}: GrantRegister): GrantsById =>
  new Map([...inactive, ...grants].map((grant) => [grant.id, grant]))

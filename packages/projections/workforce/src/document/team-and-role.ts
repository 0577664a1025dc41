/**
 * The columns that name a team and a role.
 */
import { type Tabulated, words } from '@send-ledger/documents'

/** The team and the role that a row is of. */
export const teamAndRoleColumns: readonly Tabulated<
  { readonly team: string; readonly role: string },
  never
>[] = [
  {
    name: 'team',
    heading: 'Team',
    kind: 'text',
    description: 'The team.',
    of: ({ team }) => words(team),
  },
  {
    name: 'role',
    heading: 'Role',
    kind: 'text',
    description: 'The role in the team.',
    of: ({ role }) => words(role),
  },
]

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly recorded_at: string;
  readonly by: string;
}

interface MembershipRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly person: string;
  /** All that the person has from then on; an empty list: none. */
  readonly roles: string;
  readonly recorded_at: string;
  readonly by: string;
  readonly why: string | null;
}

interface LoginRow {
  /** In small letters. */
  readonly login: string;
  readonly person: string;
  readonly hash: string;
  readonly changed_at: string;
}

interface IdentityRow {
  /** Digest of issuer and subject. */
  readonly kept: string;
  readonly issuer: string;
  readonly subject: string;
  readonly person: string;
  readonly recorded_at: string;
}

interface InvitationRow {
  readonly kept: string;
  readonly person: string;
  readonly expires_at: string;
}

interface SessionRow {
  readonly kept: string;
  /** By which it is named to people; opens nothing. */
  readonly id: string;
  readonly person: string;
  readonly started_at: string;
  readonly seen_at: string;
  readonly ended_at: string | null;
  readonly address: string;
}

interface FailuresRow {
  readonly key: string;
  readonly count: number;
  readonly last_at: string;
  readonly locked_until: string | null;
}

interface SignInRow {
  /** Digest of the state that goes to the provider and back. */
  readonly kept: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly return_to: string;
  readonly expires_at: string;
}

interface TokenRow {
  readonly workspace: string;
  readonly id: string;
  readonly kept: string;
  readonly person: string;
  readonly name: string;
  readonly scopes: string;
  readonly recorded_at: string;
  readonly expires_at: string;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
}

interface ProposalRow {
  readonly workspace: string;
  readonly number: number;
  readonly revision: number;
  readonly matter: string;
  readonly why: string;
  readonly changes: string;
  readonly recorded_at: string;
  readonly by: string;
  /** The request that wrote it; null: it had no name. */
  readonly request: string | null;
}

interface RulingRow {
  readonly workspace: string;
  readonly number: number;
  /** Which text of the proposal it speaks of. */
  readonly revision: number;
  readonly sequence: number;
  readonly verdict: string;
  readonly digest: string;
  readonly why: string | null;
  readonly recorded_at: string;
  readonly by: string;
}

interface AuditRow {
  readonly id: string;
  readonly recorded_at: string;
  readonly what: string;
  readonly person: string | null;
  readonly by: string;
  readonly workspace: string | null;
  readonly address: string | null;
  readonly detail: string | null;
}

export interface PeopleTables {
  readonly memberships: MembershipRow;
  readonly tokens: TokenRow;
  readonly proposals: ProposalRow;
  readonly rulings: RulingRow;
  readonly "cleartitle_people.people": PersonRow;
  readonly "cleartitle_people.logins": LoginRow;
  readonly "cleartitle_people.identities": IdentityRow;
  readonly "cleartitle_people.invitations": InvitationRow;
  readonly "cleartitle_people.sessions": SessionRow;
  readonly "cleartitle_people.failures": FailuresRow;
  readonly "cleartitle_people.sign_ins": SignInRow;
  readonly "cleartitle_people.audit": AuditRow;
}

interface NoticeRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly number: number;
  /** Of what it tells: it is kept once. */
  readonly fingerprint: string;
  readonly content: string;
  readonly recorded_at: string;
}

export interface SubscriptionRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly person: string;
  readonly channel: string;
  /** Where it goes: an address of mail or of a server; null: it is fetched. */
  readonly address: string | null;
  /** What signs, or the digest of what opens. */
  readonly secret: string | null;
  readonly earlier_secret: string | null;
  readonly earlier_until: string | null;
  /** What is wanted, as JSON; null: whatever is the person's work. */
  readonly kinds: string | null;
  readonly recorded_at: string;
  readonly by: string;
  readonly ended_at: string | null;
}

export interface NoticeTables {
  readonly notices: NoticeRow;
  readonly subscriptions: SubscriptionRow;
}

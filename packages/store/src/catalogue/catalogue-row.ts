interface CatalogueRow {
  /** Of the text. */
  readonly sha256: string;
  readonly catalogue: string;
  readonly taxonomies: string;
  readonly groups: string;
  /** The text, packed. */
  readonly content: Uint8Array;
  readonly recorded_at: string;
}

export interface CatalogueTables {
  readonly "cleartitle_catalogue.catalogues": CatalogueRow;
}

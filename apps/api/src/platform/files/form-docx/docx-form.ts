/** A printed form: a title, some lines of headings, and one table of three columns. */
export interface DocxForm {
  readonly title: string;
  readonly headings: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly [string, string, string];
  readonly rows: readonly {
    readonly number: string;
    readonly question: string;
    readonly answer: string;
  }[];
  /** A word above every page, such as 草稿. Without it there is no page header at all. */
  readonly mark?: string;
}

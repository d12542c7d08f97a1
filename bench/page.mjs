// The page that everybody serves: 50 cases of one vendor, newest first, each with its vendor.

import { createHash } from "node:crypto";

export const pageSize = 50;

const fields = `
  pageInfo { hasNextPage endCursor }
  edges { node {
    id number applicantName identityNumber requestKind channel state receivedAt completedAt elapsedMs
    vendor { id name }
  } }`;

const open = `
  id version number applicantName applicantKind requestKind channel delivery handler receivedAt
  completedAt mailedAt dueAt breachesAt state completion mailing vendor { id name }
  permissions { complete { allowed } handOver { allowed } mail { allowed } pause { allowed } resume { allowed } }`;

export const pageDocument = `query Page { cases(first: ${pageSize}) { ${fields} } }`;

/** What the board of the pages asks for. */
export const boardDocument = `query Board { board {
  asOf day cutoffAt dayEndsAt onlineDue onlineDone opening { from to }
  onsite { remainingMs limitMs openPause { from reason } case { ${open} } }
  online { case { ${open} } }
} }`;

/** The contract of the rivals that are written against one. */
export const pageSchema = `
  scalar DateTime
  enum RequestKind { NEW RENEWAL CHANGE REPLACEMENT UNLOCK SUSPENSION RESUMPTION CANCELLATION SEAL_UPDATE }
  enum Channel { ONSITE ONLINE }
  enum ClockState { RUNNING PAUSED MET BREACHED CANCELLED }
  type Vendor { id: ID! name: String! }
  type Case {
    id: ID! number: String! applicantName: String! identityNumber: String! requestKind: RequestKind!
    channel: Channel! state: ClockState! receivedAt: DateTime! completedAt: DateTime elapsedMs: Float
    vendor: Vendor!
  }
  type Edge { node: Case! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Connection { pageInfo: PageInfo! edges: [Edge!]! }
  type Query { cases(first: Int!): Connection! }`;

/** The page in one statement; `$1` the vendor, `$2` the moment of asking. */
export const pageStatement = `
  select c.id, c.number, c.applicant_name as "applicantName", c.identity_masked as "identityNumber",
         c.request_kind as "requestKind", c.channel,
         case when c.clock_state in ('RUNNING', 'PAUSED') and c.breaches_at <= $2 then 'BREACHED'
              else c.clock_state end as state,
         c.received_at as "receivedAt", c.completed_at as "completedAt", c.elapsed_ms as "elapsedMs",
         v.id as "vendorId", v.name as "vendorName"
    from service_case c join vendor v on v.id = c.vendor_id
   where c.vendor_id = $1
   order by c.received_at desc, c.id desc
   limit ${pageSize + 1}`;

/** By what a trusted document is named. */
export const hashOf = (text) => createHash("sha256").update(text).digest("hex");

export const cursorOf = ({ receivedAt, id }) =>
  Buffer.from(JSON.stringify([receivedAt, id])).toString("base64url");

/** What an answer holds, whoever gave it: the rows with their vendor, written one way. */
export function contentOf(answer) {
  const { errors, data } = JSON.parse(answer);
  if (errors) throw new Error(JSON.stringify(errors));
  const { edges, pageInfo } = data.cases;
  if (edges.length !== pageSize || pageInfo.hasNextPage !== true || !pageInfo.endCursor)
    throw new Error(`Not a page of ${pageSize} rows with more to come`);
  return edges.map(({ node: { receivedAt, completedAt, elapsedMs, ...plain } }) => ({
    ...plain,
    receivedAt: Date.parse(receivedAt),
    completedAt: Date.parse(completedAt),
    elapsedMs: elapsedMs === null ? null : Number(elapsedMs),
  }));
}

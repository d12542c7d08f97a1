// What the proof of personal data asks, fixed before the product starts like all that sessions may send.
const parts =
  "id number identityNumber state ... on Case { applicantKind handler countsOn } vendor { name }";

export const asked = {
  batch:
    "query ($id: ID!) { importBatch(id: $id) { state counts { importable imported rejected } lines(first: 50) { edges { node { number faults { code message } } } } } }",
  commit: "mutation ($id: ID!) { commitImport(id: $id) { __typename ... on Problem { code } } }",
  caseById: "query ($id: ID!) { case(id: $id) { id } }",
  casesAfter: "query ($after: String) { cases(after: $after) { totalCount } }",
  reveal:
    "mutation ($input: RevealIdentityInput!) { revealIdentityNumber(input: $input) { ... on RevealIdentitySuccess { identityNumber } ... on Problem { code } } }",
  confirm:
    "mutation ($password: String!) { confirmIdentity(input: { password: $password }) { __typename } }",
  propose: 'mutation { proposeScorecards(quarter: "2026Q3") { __typename } }',
  accept: `mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { ... on CaseActSuccess { case { ${parts} } } ... on Problem { code message } } }`,
  refuse:
    "mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { ... on CaseFaultsProblem { faults { field code message } } ... on Problem { code message } } }",
  cases: `query ($filter: CaseFilterInput) { cases(first: 50, filter: $filter) { totalCount edges { node { ${parts} } } } }`,
};

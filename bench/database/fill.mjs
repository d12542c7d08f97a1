// Invented cases of two vendors over seven quarters, by the database itself. Names are sealed as the
// product seals them; the rivals, who seal nothing, read them from a column that only this database has.
import { withClient } from "./server.mjs";

/** Enough to tell apart in a search, few enough to seal in a moment. */
const names = 2_000;

const finished = `
  insert into service_case (
    id, vendor_id, number, region_code, request_kind, applicant_kind, applicant_name,
    applicant_sealed, applicant_tokens, identity_sealed, identity_index, identity_masked, handler,
    channel, delivery, arrived_at, received_at, completed_at, mailed_at, handed_over_at, fee_fen, content_digest,
    created_at, policy_version_id, calendar_version_id, clock_state, completion, mailing, due_at,
    elapsed_ms, paused_ms, counts_on, quarter)
  select gen_random_uuid(), v.id, v.code || 'B' || lpad(i::text, 9, '0'), r.code,
         (array['NEW','RENEWAL','RENEWAL','CHANGE','REPLACEMENT','UNLOCK'])[1 + i % 6],
         (array['ORGANIZATION','ORGANIZATION','INDIVIDUAL'])[1 + i % 3],
         n.plain, n.sealed, n.tokens, 'v1.bench.' || repeat('x', 60), sha256(i::text::bytea),
         '9115**********' || lpad((i % 10000)::text, 4, '0'), v.code || '-0' || 1 + i % 4, channel,
         delivery, received - interval '3 minutes', received, completed,
         case when delivery = 'MAIL' then completed + interval '1 hour' end,
         case when delivery = 'PICKUP' then completed end,
         20000, left(md5(i::text), 22), completed, p.id, c.id,
         case when i % 40 = 0 then 'BREACHED' else 'MET' end,
         case when i % 40 = 0 then 'BREACHED' else 'MET' end,
         case when delivery = 'MAIL' then 'MET' else 'NOT_APPLICABLE' end,
         received + interval '30 minutes',
         case channel when 'ONSITE' then extract(epoch from completed - received)::bigint * 1000 end,
         case channel when 'ONSITE' then 0 end,
         (received at time zone 'Asia/Shanghai')::date,
         to_char(received at time zone 'Asia/Shanghai', 'YYYY"Q"Q')
    from generate_series(1, $1::int) i
    cross join lateral (
      select case when i % 4 = 0 then 'ONLINE' else 'ONSITE' end as channel,
             case when i % 4 = 0 then 'MAIL' else 'PICKUP' end as delivery,
             date_trunc('day', now(), 'Asia/Shanghai') - (1 + i::bigint * 630 / $1) * interval '1 day'
               + interval '8 hours' + (i * 7919::bigint % 32400) * interval '1 second'
               + (i % 1000) * interval '1 millisecond' as received) t
    cross join lateral (
      select received + (5 + i % 20 + case when i % 40 = 0 then 30 else 0 end) * interval '1 minute'
               as completed) d
    join lateral (select id, code from vendor order by code offset i % 3 / 2 limit 1) v on true
    join (select code, row_number() over (order by code) - 1 as place, count(*) over () as places
            from region) r on r.place = i % r.places
    join bench_name n on n.place = i % (select count(*) from bench_name)
    cross join (select id from policy_version order by valid_from desc limit 1) p
    cross join (select id from calendar_version order by number desc limit 1) c`;

/** Turns the newest cases into open ones, received within the last minutes. */
const opened = `
  update service_case set is_open = true, completed_at = null, mailed_at = null, handed_over_at = null,
         elapsed_ms = null, channel = 'ONSITE', delivery = 'PICKUP',
         received_at = now() - random() * interval '20 minutes', arrived_at = null,
         clock_state = 'RUNNING', completion = 'RUNNING', mailing = 'NOT_APPLICABLE',
         due_at = now() + interval '1 day', breaches_at = now() + interval '1 day',
         counts_on = (now() at time zone 'Asia/Shanghai')::date
   where id in (select id from service_case order by received_at desc limit $1)`;

/** Fills a database as if the product had been used; `open` cases are at work now. */
export async function fill({ owner, vault }, cases, open = 0) {
  await withClient({ ...owner, statement_timeout: 0 }, async (client) => {
    await client.query("alter table service_case add column applicant_name text");
    await sealNames(client, vault);
    await client.query(finished, [cases]);
    const { rows } = await client.query("select count(*)::int as count from service_case");
    if (rows[0].count !== cases) throw new Error(`${rows[0].count} cases instead of ${cases}`);
    if (open > 0) await client.query(opened, [open]);
    await client.query("vacuum analyze");
  });
}

async function sealNames(client, vault) {
  await client.query(
    "create temp table bench_name (place int primary key, plain text, sealed text, tokens int[])",
  );
  for (let place = 0; place < names; place += 1) {
    const plain = `量测企业${place}有限公司`;
    await client.query("insert into bench_name values ($1, $2, $3, $4)", [
      place,
      plain,
      vault.seal("applicant", plain),
      vault.nameTokens(plain),
    ]);
  }
}

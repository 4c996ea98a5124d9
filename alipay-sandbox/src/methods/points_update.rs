//! `koubei.marketing.tool.points.update`: points of users in the accounts of activities, which can
//! be added, spent, and frozen to be spent or released later.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use super::{Fields, settle};
use crate::{Call, Reply};

/// The points that the gateway keeps, shared with it: clones are the same points.
#[derive(Debug, Clone, Default)]
pub struct Points(Arc<Mutex<Ledger>>);

#[derive(Debug, Default)]
struct Ledger {
    balances: HashMap<Owner, u64>,
    /// Freezes that are neither committed nor cancelled, by `point_log_no`.
    frozen: HashMap<String, (Owner, u64)>,
    /// What was done before, by application and `req_id`.
    done: HashMap<(String, String), (Value, String)>,
}

/// A user and the point account of an activity.
type Owner = (String, String);

const TRANS_TYPES: [&str; 5] = ["DEPOSIT", "FREEZE", "COMMIT", "CANCEL", "CONSUME"];

impl Points {
    /// The points that the user can spend: those frozen are not among them.
    pub fn balance(&self, user_id: &str, activity_account: &str) -> u64 {
        let owner = (user_id.to_owned(), activity_account.to_owned());
        self.with(|ledger| ledger.balances.get(&owner).copied().unwrap_or_default())
    }

    pub(super) fn answer(&self, call: &Call) -> Reply {
        let content = call.biz_content();
        let fields = Fields { json: &content, refusal: "INVALID_PARAMETER" };
        settle(self.with(|ledger| ledger.update(call.app_id(), &fields)))
    }

    fn with<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Ledger {
    /// The same `req_id` with the same fields is answered like the first time and changes nothing.
    fn update(&mut self, app_id: &str, fields: &Fields<'_>) -> Result<Reply, Reply> {
        let change = Change::read(fields)?;
        let request = (app_id.to_owned(), change.req_id.to_owned());
        let log_no = match self.done.get(&request) {
            Some((content, log_no)) if content == fields.json => log_no.clone(),
            Some(_) => return Err(fields.wrong("req_id", "was used for another change")),
            None => {
                // Shaped like the document's sample: 28 digits.
                let log_no = format!("2016041200032{:015}", self.done.len() + 1);
                self.apply(&change, &log_no, fields)?;
                self.done.insert(request, (fields.json.clone(), log_no.clone()));
                log_no
            }
        };
        Ok(Reply::success(json!({ "point_log_no": log_no })))
    }

    fn apply(&mut self, change: &Change<'_>, log_no: &str, fields: &Fields<'_>) -> Result<(), Reply> {
        let balance = self.balances.entry(change.owner.clone()).or_default();
        match change.kind {
            Kind::Deposit(amount) => {
                *balance = balance.checked_add(amount).ok_or_else(|| business("the balance would be too large"))?;
            }
            Kind::Consume(amount) | Kind::Freeze(amount) => {
                *balance = balance.checked_sub(amount).ok_or_else(|| business("the balance does not suffice"))?;
                if matches!(change.kind, Kind::Freeze(_)) {
                    self.frozen.insert(log_no.to_owned(), (change.owner.clone(), amount));
                }
            }
            Kind::Commit(freeze) | Kind::Cancel(freeze) => {
                let Some((_, amount)) = self.frozen.get(freeze).filter(|(owner, _)| *owner == change.owner) else {
                    return Err(fields.wrong("biz_no", "is no open freeze of this account"));
                };
                if matches!(change.kind, Kind::Cancel(_)) {
                    *balance =
                        balance.checked_add(*amount).ok_or_else(|| business("the balance would be too large"))?;
                }
                self.frozen.remove(freeze);
            }
        }
        Ok(())
    }
}

struct Change<'a> {
    req_id: &'a str,
    owner: Owner,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Deposit(u64),
    Freeze(u64),
    Consume(u64),
    Commit(&'a str),
    Cancel(&'a str),
}

impl<'a> Change<'a> {
    fn read(fields: &Fields<'a>) -> Result<Self, Reply> {
        let req_id = fields.required("req_id", 32)?;
        let owner = (fields.required("user_id", 32)?.to_owned(), fields.required("activity_account", 32)?.to_owned());
        for (name, max_len) in [("shop_id", 32), ("memo", 256), ("ext_info", 2000)] {
            fields.optional(name, max_len)?;
        }
        let trans_type = fields.required("trans_type", 16)?;
        let amount = fields.optional("trans_amount", 16)?.map(|text| points(text, fields)).transpose()?;
        let amount = || amount.ok_or_else(|| fields.wrong("trans_amount", "is missing"));
        let biz_no = fields.optional("biz_no", 32)?;
        let freeze = || biz_no.ok_or_else(|| fields.wrong("biz_no", "must name the freeze"));
        let kind = match trans_type {
            "FREEZE" | "CONSUME" if biz_no.is_some() => {
                return Err(fields.wrong("biz_no", "must not be given for this trans_type"));
            }
            "DEPOSIT" => Kind::Deposit(amount()?),
            "FREEZE" => Kind::Freeze(amount()?),
            "CONSUME" => Kind::Consume(amount()?),
            "COMMIT" => Kind::Commit(freeze()?),
            "CANCEL" => Kind::Cancel(freeze()?),
            _ => return Err(fields.wrong("trans_type", &format!("must be one of {}", TRANS_TYPES.join(", ")))),
        };
        Ok(Self { req_id, owner, kind })
    }
}

/// A whole number above zero; `parse` alone would also take a plus sign.
fn points(text: &str, fields: &Fields<'_>) -> Result<u64, Reply> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let amount = text.parse().ok().filter(|amount| digits && *amount > 0);
    amount.ok_or_else(|| fields.wrong("trans_amount", "must be a whole number above zero"))
}

fn business(reason: &str) -> Reply {
    Reply::business_error("BIZ_ERROR", reason)
}

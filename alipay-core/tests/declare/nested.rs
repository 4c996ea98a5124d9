//! Every rule and every form of condition, over an object within an object.

use alipay_core::{Amount, DateTime, Record, WireEnum, alipay_api};

#[alipay_api(
    method = "alipay.test.nested",
    response = Answer,
    in_progress,
    all_or_none(price, discount),
    exactly_one(buyer.phone, buyer.mail, seller),
    at_least_one(note, r#type),
    advise(at_most_one(scores, end)),
    when(level in [Level::Gold, Level::Silver], at_least_one(price, buyer)),
    when(flag == true, when(absent(note), advise(exactly_one(price, discount)))),
)]
pub(crate) struct Nested {
    #[alipay(min_len = 1, max_len = 64, max_bytes = 128, digits)]
    pub(crate) id: String,
    #[alipay(rename = "kind", allow_empty, secret, positive)]
    pub(crate) r#type: Option<String>,
    #[alipay(range = 0.1..=3000, decimals = 2, greater_than(discount), at_least(coalesce(discount, buyer.limit)))]
    pub(crate) price: Option<Amount>,
    #[alipay(range = ..=-1, requires(price, buyer.limit))]
    pub(crate) discount: Option<Amount>,
    #[alipay(range = 1..)]
    pub(crate) count: u32,
    pub(crate) flag: bool,
    #[alipay(
        value_if(flag == true, [Level::Gold, Level::Silver]),
        value_if(count > 3, Level::Gold),
        allowed_if(Level::Silver, present(buyer) && !absent(note)),
    )]
    pub(crate) level: Option<Level>,
    #[alipay(
        required_if(id != "0" && price > 0.5 || (count in [1, 2, -3] && buyer.level == Level::Gold)),
        forbidden_if(!(flag == false) || coalesce(price, discount) == 1.50),
        advise(max_len = 8),
        excludes = "://",
        when(present(buyer.mail), required),
        check = checked,
    )]
    pub(crate) note: Option<String>,
    #[alipay(min_items = 1, max_items = 3, max_len = 16)]
    pub(crate) tags: Vec<String>,
    #[alipay(range = -5..=5)]
    pub(crate) scores: Option<Vec<i64>>,
    #[alipay(at_least(end), same_as(coalesce(end, begin_again)))]
    pub(crate) begin: Option<DateTime>,
    pub(crate) end: Option<DateTime>,
    pub(crate) begin_again: Option<DateTime>,
    pub(crate) buyer: Option<Person>,
    pub(crate) seller: Option<Person>,
}

fn checked(nested: &Nested) -> Result<(), String> {
    if nested.count == 0 { Err(String::from("nothing to count")) } else { Ok(()) }
}

#[derive(Record)]
#[alipay(at_most_one(phone, mail))]
pub(crate) struct Person {
    #[alipay(required_if(root.flag == true && root.price > 10))]
    pub(crate) phone: Option<String>,
    pub(crate) mail: Option<String>,
    pub(crate) limit: Option<Amount>,
    pub(crate) level: Level,
    pub(crate) friends: Vec<Person>,
}

#[derive(WireEnum)]
#[alipay(open)]
pub(crate) enum Level {
    Gold,
    #[alipay(rename = "silver")]
    Silver,
    LastOfAll,
    Unknown(String),
}

#[derive(Record)]
pub(crate) struct Answer {}

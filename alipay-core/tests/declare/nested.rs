//! Every rule and every form of condition, over an object within an object.

use alipay_core::{Amount, DateTime, Record, WireEnum, alipay_api};

#[alipay_api(
    method = "alipay.test.nested",
    response = Answer,
    in_progress,
    all_or_none(price, discount),
    exactly_one(buyer.phone, buyer.mail, seller),
    at_least_one(note, r#type),
    advise(at_most_one(tags, scores)),
    when(level in [Level::Gold, Level::Silver], at_least_one(price, buyer)),
    when(flag == true, when(absent(note), advise(exactly_one(price, discount)))),
)]
pub struct Nested {
    #[alipay(min_len = 1, max_len = 64, max_bytes = 128, digits)]
    pub id: String,
    #[alipay(rename = "kind", allow_empty, secret, positive)]
    pub r#type: Option<String>,
    #[alipay(range = 0.1..=3000, decimals = 2, greater_than(discount), at_least(coalesce(discount, buyer.limit)))]
    pub price: Option<Amount>,
    #[alipay(range = ..=-1, requires(price, buyer.limit))]
    pub discount: Option<Amount>,
    #[alipay(range = 1..)]
    pub count: u32,
    pub flag: bool,
    #[alipay(
        value_if(flag == true, [Level::Gold, Level::Silver]),
        value_if(count > 3, Level::Gold),
        allowed_if(Level::Silver, present(buyer) && !absent(note)),
    )]
    pub level: Option<Level>,
    #[alipay(
        required_if(id != "0" && price > 0.5 || (count in [1, 2, -3] && buyer.level == Level::Gold)),
        forbidden_if(!(flag == false) || coalesce(price, discount) == 1.50),
        advise(max_len = 8),
        when(present(buyer.mail), required),
        check = checked,
    )]
    pub note: Option<String>,
    #[alipay(min_items = 1, max_items = 3, max_len = 16)]
    pub tags: Vec<String>,
    #[alipay(range = -5..=5)]
    pub scores: Option<Vec<i64>>,
    #[alipay(at_least(end))]
    pub begin: Option<DateTime>,
    pub end: Option<DateTime>,
    pub buyer: Option<Person>,
    pub seller: Option<Person>,
}

fn checked(nested: &Nested) -> Result<(), String> {
    if nested.count == 0 { Err(String::from("nothing to count")) } else { Ok(()) }
}

#[derive(Clone, PartialEq, Record)]
#[alipay(at_most_one(phone, mail))]
pub struct Person {
    #[alipay(required_if(root.flag == true && root.price > 10))]
    pub phone: Option<String>,
    pub mail: Option<String>,
    pub limit: Option<Amount>,
    pub level: Level,
    pub friends: Vec<Person>,
}

#[derive(Clone, Debug, PartialEq, Eq, WireEnum)]
#[alipay(open)]
pub enum Level {
    Gold,
    #[alipay(rename = "silver")]
    Silver,
    VeryLowLevel,
    Unknown(String),
}

#[derive(Clone, PartialEq, Record)]
pub struct Answer {}

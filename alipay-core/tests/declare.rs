//! What a declaration says arrives in the schema: names, kinds, rules, in order.

#[path = "declare/nested.rs"]
mod nested;
#[path = "declare/schema.rs"]
mod schema;
#[path = "declare/surroundings.rs"]
mod surroundings;

use alipay_core::record::Declared;
use alipay_core::schema::Check;
use alipay_core::{ApiRequest, ErrorCode, Record, Retry, WireEnum, alipay_api};
use nested::{Answer, Level, Nested, Person};

/// Changes the points on a user's card.
#[alipay_api(
    method = "koubei.marketing.tool.points.update",
    response = PointsUpdateResponse,
    error = PointsUpdateError,
    docs = "https://opendocs.alipay.com/",
    retired = "2022-11-01",
    idempotent_by(req_id),
)]
pub struct PointsUpdate {
    /// Serial number of the developer.
    #[alipay(max_len = 32)]
    pub req_id: String,
    /// Alipay user id.
    #[alipay(max_len = 32)]
    pub user_id: String,
    /// Point account of the activity.
    #[alipay(max_len = 32)]
    pub activity_account: String,
    /// What to do.
    #[alipay(max_len = 16)]
    pub trans_type: Option<TransType>,
    /// How many points.
    #[alipay(max_len = 16, positive)]
    pub trans_amount: Option<String>,
    /// Shop where points are earned.
    #[alipay(max_len = 32, advise(required_if(trans_type == TransType::Deposit)))]
    pub shop_id: Option<String>,
    /// Business serial number.
    #[alipay(
        max_len = 32,
        advise(required_if(trans_type == TransType::Deposit)),
        required_if(trans_type in [TransType::Commit, TransType::Cancel]),
        forbidden_if(trans_type in [TransType::Consume, TransType::Freeze]),
    )]
    pub biz_no: Option<String>,
    /// Remark.
    #[alipay(max_len = 256)]
    pub memo: Option<String>,
    /// Additional data.
    #[alipay(max_len = 2000)]
    pub ext_info: Option<String>,
}

/// What happens to the points.
#[derive(WireEnum)]
pub enum TransType {
    /// Add.
    Deposit,
    /// Freeze.
    Freeze,
    /// Confirm a freeze.
    Commit,
    /// Release a freeze.
    Cancel,
    /// Spend.
    Consume,
    /// Not in the document.
    Unknown(String),
}

/// The recorded change.
#[derive(Record)]
pub struct PointsUpdateResponse {
    /// Serial number of the change.
    pub point_log_no: String,
}

/// What can go wrong.
#[derive(ErrorCode)]
pub enum PointsUpdateError {
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter.", retry = fix_input)]
    InvalidParameter,
    /// The platform is busy.
    #[alipay(remedy = "Try again after a pause.", retry = later)]
    SystemError,
    /// A business condition is not met.
    #[alipay(remedy = "Repeat once it holds.", retry = later)]
    BizError,
    /// Not in the document.
    Unknown(String),
}

#[test]
fn points_update_arrives_as_declared() {
    let expected = "\
PointsUpdate
  req_id: text required
    max_len = 32
  user_id: text required
    max_len = 32
  activity_account: text required
    max_len = 32
  trans_type: TransType
    max_len = 16
  trans_amount: text
    max_len = 16
    positive
  shop_id: text
    max_len = 32
    advise required_if(trans_type == \"DEPOSIT\")
  biz_no: text
    max_len = 32
    advise required_if(trans_type == \"DEPOSIT\")
    required_if(trans_type in [\"COMMIT\", \"CANCEL\"])
    forbidden_if(trans_type in [\"CONSUME\", \"FREEZE\"])
  memo: text
    max_len = 256
  ext_info: text
    max_len = 2000
";
    assert_eq!(schema::text((PointsUpdate::api().request)()), expected);
}

#[test]
fn the_facts_of_the_method() {
    let api = PointsUpdate::api();
    assert_eq!(PointsUpdate::METHOD, "koubei.marketing.tool.points.update");
    assert_eq!(api.method, PointsUpdate::METHOD);
    assert_eq!(api.response_key, "koubei_marketing_tool_points_update_response");
    assert_eq!(api.docs, Some("https://opendocs.alipay.com/"));
    assert_eq!(api.retired, Some("2022-11-01"));
    assert!(!api.in_progress);
    assert_eq!(api.idempotent_by, Some("req_id"));
    assert_eq!((api.response)().name, "PointsUpdateResponse");
    assert_eq!(api.errors, PointsUpdateError::TABLE);
}

#[test]
fn required_fields_are_given_and_the_others_set() {
    let request = PointsUpdate::new("1", String::from("2"), "3")
        .trans_type(TransType::Deposit)
        .trans_amount("10")
        .memo(String::from("memo"));
    assert_eq!((request.req_id.as_str(), request.user_id.as_str(), request.activity_account.as_str()), ("1", "2", "3"));
    assert_eq!(request.trans_type, Some(TransType::Deposit));
    assert_eq!(request.trans_amount.as_deref(), Some("10"));
    assert_eq!(request.memo.as_deref(), Some("memo"));
    assert_eq!((request.shop_id, request.biz_no, request.ext_info), (None, None, None));
}

#[test]
fn wire_enums_know_their_words() {
    for (word, variant) in [
        ("DEPOSIT", TransType::Deposit),
        ("CONSUME", TransType::Consume),
        ("deposit", TransType::Unknown(String::from("deposit"))),
        ("", TransType::Unknown(String::new())),
    ] {
        assert_eq!(TransType::from_wire(word), variant);
        assert_eq!(TransType::from(word), variant);
        assert_eq!(TransType::from(word.to_owned()), variant);
        assert_eq!(variant.as_str(), word);
        assert_eq!(variant.to_string(), word);
        assert_eq!(variant.is_known(), word.starts_with(char::is_uppercase));
    }
    assert_eq!(TransType::ENUM.values, ["DEPOSIT", "FREEZE", "COMMIT", "CANCEL", "CONSUME"]);
    assert!(!TransType::ENUM.open);
}

#[test]
fn error_codes_know_what_the_document_says() {
    let error = PointsUpdateError::from_code("SYSTEM_ERROR");
    assert_eq!(error, PointsUpdateError::SystemError);
    assert_eq!(error.to_string(), "SYSTEM_ERROR");
    assert_eq!(error.meaning(), "The platform is busy.");
    assert_eq!(error.remedy(), "Try again after a pause.");
    assert_eq!(error.retry(), Some(Retry::Later));
    let unknown = PointsUpdateError::from_code("NEW");
    assert_eq!((unknown.as_str(), unknown.retry()), ("NEW", None));
    let codes: Vec<_> = PointsUpdateError::TABLE.entries.iter().map(|entry| entry.code).collect();
    assert_eq!(codes, ["INVALID_PARAMETER", "SYSTEM_ERROR", "BIZ_ERROR"]);
}

#[test]
fn every_rule_and_condition_arrives_as_declared() {
    let expected = r#"Nested
  all_or_none(price, discount)
  exactly_one(buyer.phone, buyer.mail, seller)
  at_least_one(note, type)
  advise at_most_one(scores, end)
  when(level in ["GOLD", "silver"], at_least_one(price, buyer))
  advise when((flag == true && absent(note)), exactly_one(price, discount))
  id: text required
    max_len = 64
    min_len = 1
    max_bytes = 128
    digits
  type (kind): text secret allow_empty
    positive
  price: amount
    range = 0.1..=3000
    decimals = 2
    greater_than(discount)
    at_least(coalesce(discount, buyer.limit))
  discount: amount
    range = ..=-1
    requires(price, buyer.limit)
  count: integer required
    range = 1..=
  flag: bool required
  level: Level
    value_if(flag == true, ["GOLD", "silver"])
    value_if(count > 3, ["GOLD"])
    allowed_if("silver", (present(buyer) && !(absent(note))))
  note: text
    required_if(((id != "0" && price > 0.5) || (count in [1, 2, -3] && buyer.level == "GOLD")))
    forbidden_if((!(flag == false) || coalesce(price, discount) == 1.50))
    advise max_len = 8
    excludes = "://"
    when(present(buyer.mail), required)
    check
  tags: [text]
    max_len = 16
    min_items = 1
    max_items = 3
  scores: [integer]
    range = -5..=5
  begin: time
    at_least(end)
    same_as(coalesce(end, begin_again))
  end: time
  begin_again: time
  buyer: Person
  seller: Person
"#;
    assert_eq!(schema::text(Nested::declaration()), expected);
    let expected = "\
Person
  at_most_one(phone, mail)
  phone: text
    required_if((root.flag == true && root.price > 10))
  mail: text
  limit: amount
  level: Level required
  friends: [Person]
";
    assert_eq!(schema::text(Person::declaration()), expected);
    assert_eq!(schema::text(Answer::declaration()), "Answer\n");
    assert!(Nested::api().in_progress);
}

#[test]
fn a_check_sees_the_record_it_stands_in_and_no_other() {
    let rules = Nested::declaration().fields.iter().flat_map(|field| field.rules);
    let checks: Vec<_> =
        rules.filter_map(|rule| if let Check::Custom(check) = rule.check { Some(check) } else { None }).collect();
    let [check] = checks.as_slice() else { panic!("one check, not {}", checks.len()) };
    assert_eq!(check(&Nested::new("1", 1, true)), Ok(()));
    assert_eq!(check(&Nested::new("1", 0, true)), Err(String::from("nothing to count")));
    assert_eq!(check(&Answer::new()), Ok(()));
}

#[test]
fn setters_take_what_their_fields_hold() {
    let buyer = Person::new(Level::Gold).mail("a@b.c").friends([Person::new("silver")]).friends(Vec::<Person>::new());
    let nested = Nested::new("1", 2, false).r#type("x").tags(["a", "b"]).scores([1, 2]).buyer(buyer.clone());
    assert_eq!(nested.r#type.as_deref(), Some("x"));
    assert_eq!(nested.tags, ["a", "b"]);
    assert_eq!(nested.scores, Some(vec![1, 2]));
    assert_eq!(nested.buyer, Some(buyer));
    assert_eq!(Person::new("silver").level, Level::Silver);
}

#[test]
fn fields_are_reached_by_their_position() {
    let mut person = Person::new(Level::Gold);
    for (index, field) in Person::declaration().fields.iter().enumerate() {
        assert_eq!(person.get(index).is_present(), field.required, "{}", field.name);
        assert!(person.slot(index).is_some(), "{}", field.name);
    }
    // Asking for the place of an option makes it present.
    assert_eq!((person.phone.as_deref(), person.friends.len()), (Some(""), 0));
    assert_eq!(person.schema().name, "Person");
}

#[test]
fn words_are_written_in_screaming_snake_case() {
    assert_eq!(Level::ENUM.values, ["GOLD", "silver", "LAST_OF_ALL"]);
    assert!(Level::ENUM.open);
}

#[test]
fn declarations_hold_in_unusual_surroundings() {
    let renamed = surroundings::Renamed::new("1").with_new("a").with_call("b");
    assert_eq!(renamed.new.as_deref(), Some("a"));
    assert_eq!(
        schema::text(surroundings::Renamed::declaration()),
        "Renamed\n  id: text required\n  new: text\n  call: text\n"
    );
    let made = "Made\n  first: text\n    required_if((second == \"A\" && third.second == \"A\"))\n  second: Word\n  third: Inner\n";
    assert_eq!(schema::text(surroundings::Made::declaration()), made);
    assert_eq!(surroundings::within_a_function(), "Local\n  list: [Local]\n");
}

//! Declared structs for the tests of this crate, written out as the derive writes them.

use crate::amount::Amount;
use crate::record::{FieldValue, Mismatch, Scalar, Slot, Token, Value};
use crate::schema::{Bound, Check, Condition, EnumSchema, Field, Literal, Operand, Path, Rule, Shape};
use crate::time::DateTime;

/// A struct with its schema and its record access.
macro_rules! record {
    (
        $name:ident, rules: $rules:expr;
        $( $field:ident : $type:ty = $declaration:expr; )*
    ) => {
        #[derive(Clone, PartialEq)]
        pub(crate) struct $name {
            $( pub(crate) $field: $type, )*
        }

        const _: () = {
            use $crate::record::{Declared, FieldValue, Record, Slot, Value};
            use $crate::schema::{Field, Schema, Shape};

            static FIELDS: &[Field] = &[
                $( Field { name: stringify!($field), shape: <$type as FieldValue>::SHAPE, ..$declaration }, )*
            ];
            static SCHEMA: Schema = Schema { name: stringify!($name), fields: FIELDS, rules: $rules };

            impl Record for $name {
                fn schema(&self) -> &'static Schema {
                    &SCHEMA
                }

                fn get(&self, index: usize) -> Value<'_> {
                    let accessors: &[fn(&Self) -> Value<'_>] = &[ $( |it| FieldValue::value(&it.$field), )* ];
                    accessors.get(index).map_or(Value::Absent, |access| access(self))
                }

                fn slot(&mut self, index: usize) -> Option<Slot<'_>> {
                    let accessors: &[fn(&mut Self) -> Slot<'_>] = &[ $( |it| FieldValue::slot(&mut it.$field), )* ];
                    accessors.get(index).map(|access| access(self))
                }
            }

            impl Declared for $name {
                fn declaration() -> &'static Schema {
                    &SCHEMA
                }
            }

            impl FieldValue for $name {
                type Kind = crate::record::kind::ObjectKind<Self>;
                const SHAPE: Shape = Shape::Record(<Self as Declared>::declaration);

                fn blank() -> Self {
                    Self { $( $field: FieldValue::blank(), )* }
                }

                fn value(&self) -> Value<'_> {
                    Value::Record(self)
                }

                fn slot(&mut self) -> Slot<'_> {
                    Slot::Record(self)
                }
            }

            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    crate::json::debug(self, f)
                }
            }
        };
    };
}

pub(crate) use record;

/// An optional field; name and shape come from the struct.
pub(crate) const fn field(wire: &'static str, rules: &'static [Rule]) -> Field {
    Field { name: "", wire, shape: Shape::Text, required: false, secret: false, allow_empty: false, rules }
}

pub(crate) const fn required(wire: &'static str, rules: &'static [Rule]) -> Field {
    Field { required: true, ..field(wire, rules) }
}

pub(crate) const fn rule(check: Check) -> Rule {
    Rule::new(check)
}

pub(crate) const fn at(steps: &'static [&'static str]) -> Operand {
    Operand::Path(path(steps))
}

pub(crate) const fn path(steps: &'static [&'static str]) -> Path {
    Path { root: false, steps }
}

pub(crate) const fn from_root(steps: &'static [&'static str]) -> Path {
    Path { root: true, steps }
}

pub(crate) const fn number(mantissa: i64, scale: u32) -> Bound {
    Bound { mantissa, scale }
}

const DEPOSIT: Literal = Literal::Text("DEPOSIT");
const COMMIT_OR_CANCEL: &[Literal] = &[Literal::Text("COMMIT"), Literal::Text("CANCEL")];
const CONSUME_OR_FREEZE: &[Literal] = &[Literal::Text("CONSUME"), Literal::Text("FREEZE")];
const MAX_32: &[Rule] = &[rule(Check::MaxLen(32))];

record! {
    // `koubei.marketing.tool.points.update`
    PointsUpdate, rules: &[];
    req_id: String = required("req_id", MAX_32);
    user_id: String = required("user_id", MAX_32);
    activity_account: String = required("activity_account", MAX_32);
    trans_type: Option<TransType> = field("trans_type", &[rule(Check::MaxLen(16))]);
    trans_amount: Option<String> = field("trans_amount", &[rule(Check::MaxLen(16)), rule(Check::Positive)]);
    shop_id: Option<String> = field("shop_id", &[
        rule(Check::MaxLen(32)),
        rule(Check::RequiredIf(Condition::Equal(at(&["trans_type"]), DEPOSIT))).advise(),
    ]);
    biz_no: Option<String> = field("biz_no", &[
        rule(Check::MaxLen(32)),
        rule(Check::RequiredIf(Condition::Equal(at(&["trans_type"]), DEPOSIT))).advise(),
        rule(Check::RequiredIf(Condition::In(at(&["trans_type"]), COMMIT_OR_CANCEL))),
        rule(Check::ForbiddenIf(Condition::In(at(&["trans_type"]), CONSUME_OR_FREEZE))),
    ]);
    memo: Option<String> = field("memo", &[rule(Check::MaxLen(256))]);
    ext_info: Option<String> = field("ext_info", &[rule(Check::MaxLen(2000))]);
}

impl PointsUpdate {
    /// The document's sample call.
    pub(crate) fn sample() -> Self {
        Self {
            req_id: "778712860805461247257".into(),
            user_id: "2088123412341234".into(),
            activity_account: "39201608190015500100016011040139".into(),
            trans_type: Some(TransType::from_word("DEPOSIT")),
            trans_amount: Some("10".into()),
            shop_id: Some("2016041200077000000003277104".into()),
            biz_no: Some("2016082221001004150200139999".into()),
            memo: Some("积分扣减用于兑换奖品".into()),
            ext_info: Some("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}".into()),
        }
    }
}

record! {
    // Every kind of value but records and lists.
    Voucher, rules: &[rule(Check::AtMostOne(&[path(&["password"]), path(&["note"])]))];
    kind: Option<TransType> = field("type", &[]);
    amount: Option<Amount> = field("amount", &[
        rule(Check::Range { min: Some(number(1, 1)), max: Some(number(3000, 0)) }),
        rule(Check::Decimals(2)),
    ]);
    floor: Option<Amount> = field("floor_amount", &[
        rule(Check::GreaterThan(at(&["amount"]))),
    ]);
    start: Option<DateTime> = field("start_time", &[]);
    end: Option<DateTime> = field("end_time", &[
        rule(Check::AtLeast(Operand::Coalesce(&[path(&["start"]), from_root(&["publish_start"])]))),
    ]);
    quantity: Option<i64> = field("quantity", &[]);
    all_city: Option<bool> = field("all_city", &[]);
    note: Option<String> = field("note", &[]);
    password: Option<String> = Field { secret: true, ..field("password", &[]) };
    price: Amount = required("price", &[]);
}

record! {
    // A request with records, lists and itself inside.
    Order, rules: &[
        rule(Check::ExactlyOne(&[path(&["shop_ids"]), path(&["voucher", "all_city"])])),
    ];
    publish_start: Option<DateTime> = field("publish_start_time", &[]);
    voucher: Option<Voucher> = field("voucher", &[]);
    shop_ids: Vec<String> = field("shop_ids", &[rule(Check::MaxLen(28)), rule(Check::MaxItems(300_000))]);
    items: Option<Vec<Voucher>> = field("items", &[rule(Check::MinItems(1)), rule(Check::MaxItems(3))]);
    prices: Vec<Amount> = field("prices", &[]);
    // No `Option`; a list is required by `min_items` alone.
    words: Vec<TransType> = required("words", &[]);
    // `Order` itself.
    parts: Vec<Order> = field("parts", &[]);
}

/// A wire enum as the derive writes it.
#[derive(Clone, PartialEq)]
pub(crate) struct TransType {
    word: String,
}

pub(crate) static TRANS_TYPE: EnumSchema =
    EnumSchema { name: "TransType", values: &["DEPOSIT", "FREEZE", "COMMIT", "CANCEL", "CONSUME"], open: false };

impl TransType {
    pub(crate) fn from_word(word: &str) -> Self {
        Self { word: word.to_owned() }
    }
}

impl FieldValue for TransType {
    type Kind = crate::record::kind::WordKind<Self>;

    const SHAPE: Shape = Shape::Enum(&TRANS_TYPE);

    fn blank() -> Self {
        Self::from_word("")
    }

    fn value(&self) -> Value<'_> {
        Value::Enum { text: &self.word, known: TRANS_TYPE.values.contains(&self.word.as_str()) }
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for TransType {
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        match token {
            Token::Text(word) | Token::Number(word) => word.clone_into(&mut self.word),
            Token::Bool(_) => return Err(Mismatch { expected: "a word" }),
        }
        Ok(())
    }
}

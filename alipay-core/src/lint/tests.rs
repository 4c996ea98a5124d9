//! Schemas written by hand, each with one mistake.

use super::lint;
use crate::api::{Api, Route};
use crate::error_code::{ErrorEntry, ErrorTable, Retry};
use crate::schema::{Bound, Check, Condition, EnumSchema, Field, Literal, Operand, Path, Rule, Schema, Shape};

const fn field(name: &'static str, shape: Shape, rules: &'static [Rule]) -> Field {
    Field {
        name,
        wire: name,
        key: name,
        shape,
        required: false,
        secret: false,
        allow_empty: false,
        max_len: None,
        rules,
    }
}

const fn path(steps: &'static [&'static str]) -> Path {
    Path { root: false, steps }
}

const fn from_root(steps: &'static [&'static str]) -> Path {
    Path { root: true, steps }
}

const fn at(steps: &'static [&'static str]) -> Operand {
    Operand::Path(path(steps))
}

const ONE: Literal = Literal::Number(Bound { mantissa: 1, scale: 0 });

const KIND: EnumSchema = EnumSchema { name: "Kind", values: &["A", "B"], open: false };
const OPEN: EnumSchema = EnumSchema { name: "Open", values: &["A", "B"], open: true };

/// Contains itself and looks at the request from inside.
static INNER: Schema = Schema {
    name: "Inner",
    fields: &[
        field("again", Shape::Record(|| &INNER), &[]),
        field("price", Shape::Amount, &[Rule::new(Check::AtLeast(Operand::Path(from_root(&["price"]))))]),
    ],
    rules: &[],
};

/// The fields of [`request`].
macro_rules! fields {
    ($($rule:expr),*) => {
        &[
            field("kind", Shape::Enum(&KIND), &[]),
            field("open", Shape::Enum(&OPEN), &[]),
            field("text", Shape::Text, &[]),
            field("flag", Shape::Bool, &[]),
            field("count", Shape::Integer, &[]),
            field("price", Shape::Amount, &[$($rule),*]),
            field("time", Shape::DateTime, &[]),
            field("inner", Shape::Record(|| &INNER), &[]),
            field("inners", Shape::List(&Shape::Record(|| &INNER)), &[]),
        ]
    };
}

static PLAIN: Schema = Schema { name: "Plain", fields: fields![], rules: &[] };

const GOOD: Api = Api {
    method: "alipay.a.b",
    response_key: "alipay_a_b_response",
    docs: Some("https://opendocs.alipay.com/a"),
    retired: None,
    read_only: false,
    in_progress: false,
    route: Route::Call,
    encrypts: false,
    parameters: &[],
    idempotent_by: Some("text"),
    request: || &PLAIN,
    response: || &INNER_ANSWER,
    errors: &ErrorTable { name: "NoCodes", entries: &[] },
};

static INNER_ANSWER: Schema = Schema {
    name: "Answer",
    fields: &[field("price", Shape::Amount, &[]), field("inner", Shape::Record(|| &INNER), &[])],
    rules: &[],
};

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    assert_eq!(lint(&[&GOOD]), [""; 0]);
    assert_eq!(lint(&[]), [""; 0]);
}

#[test]
fn facts_of_a_method() {
    let other = Api { method: "alipay.a.c", ..GOOD };
    for (apis, finding) in [
        (&[&GOOD, &GOOD][..], "`alipay.a.b` is declared twice"),
        (&[&other], "`alipay.a.c` is answered under `alipay_a_c_response`, not `alipay_a_b_response`"),
        (&[&Api { docs: None, ..GOOD }], "`alipay.a.b` has no `docs`: link the page that documents it"),
        (
            &[&Api { idempotent_by: Some("req_id"), ..GOOD }],
            "`alipay.a.b` is idempotent by `req_id`, which its request does not have",
        ),
    ] {
        assert_eq!(lint(apis), [finding]);
    }
}

#[test]
fn error_codes_are_explained_once() {
    const fn entry(code: &'static str, meaning: &'static str, remedy: &'static str) -> ErrorEntry {
        ErrorEntry { code, meaning, remedy, retry: Retry::Never }
    }
    const ERRORS: ErrorTable = ErrorTable {
        name: "Codes",
        entries: &[entry("X", "It broke.", "Mend it."), entry("Y", " ", "Mend it."), entry("X", "It broke.", "")],
    };
    assert_eq!(
        lint(&[&Api { errors: &ERRORS, ..GOOD }]),
        [
            "`Codes`: the code `Y` has no meaning",
            "`Codes`: the code `X` stands twice",
            "`Codes`: the code `X` has no remedy",
        ]
    );
}

#[test]
fn names_on_the_wire_differ() {
    static TWICE: Schema = Schema {
        name: "Twice",
        fields: &[field("a", Shape::Text, &[]), Field { wire: "a", ..field("b", Shape::Text, &[]) }],
        rules: &[],
    };
    static OUTER: Schema = Schema {
        name: "Outer",
        fields: &[
            field("text", Shape::Text, &[]),
            field("first", Shape::Record(|| &TWICE), &[]),
            field("more", Shape::List(&Shape::List(&Shape::Record(|| &TWICE))), &[]),
        ],
        rules: &[],
    };
    assert_eq!(
        lint(&[&Api { request: || &OUTER, response: || &OUTER, ..GOOD }]),
        ["`Twice`: `a` and `b` are both called `a` on the wire"],
        "inside an object, inside lists, and once"
    );
}

/// What is found in a request with this rule on its field `price`.
macro_rules! with_rule {
    ($rule:expr) => {{
        static REQUEST: Schema = Schema { name: "R", fields: fields![$rule], rules: &[] };
        lint(&[&Api { request: || &REQUEST, ..GOOD }])
    }};
}

#[test]
fn paths_lead_to_fields() {
    const fn requires(paths: &'static [Path]) -> Rule {
        Rule::new(Check::Requires(paths))
    }
    let nothing: [&str; 0] = [];
    assert_eq!(with_rule!(requires(&[path(&["inner", "again", "price"]), path(&["inners"])])), nothing);
    assert_eq!(with_rule!(requires(&[from_root(&["inner", "price"])])), nothing);
    assert_eq!(with_rule!(requires(&[path(&["no"])])), ["`R.price`: `no` leads nowhere: `R` has no field `no`"]);
    assert_eq!(
        with_rule!(requires(&[from_root(&["inner", "no"])])),
        ["`R.price`: `root.inner.no` leads nowhere: `Inner` has no field `no`"]
    );
    assert_eq!(
        with_rule!(requires(&[path(&["inners", "price"])])),
        ["`R.price`: `inners.price` goes through the list `inners`: which of its items is meant?"]
    );
    assert_eq!(
        with_rule!(requires(&[path(&["text", "price"])])),
        ["`R.price`: `text.price` goes through `text`, which is a text"]
    );
}

/// A record looks at another request than the one it was written for.
#[test]
fn paths_from_the_root_start_at_each_request() {
    static OTHER: Schema = Schema {
        name: "Other",
        fields: &[field("text", Shape::Text, &[]), field("inner", Shape::Record(|| &INNER), &[])],
        rules: &[],
    };
    assert_eq!(
        lint(&[&Api { request: || &OTHER, ..GOOD }]),
        ["`Inner.price`: `root.price` leads nowhere: `Other` has no field `price`"]
    );
}

#[test]
fn values_can_occur() {
    const fn required_if(condition: Condition) -> Rule {
        Rule::new(Check::RequiredIf(condition))
    }
    let nothing: [&str; 0] = [];
    for fine in [
        with_rule!(required_if(Condition::Equal(at(&["kind"]), Literal::Text("A")))),
        with_rule!(required_if(Condition::Equal(at(&["open"]), Literal::Text("C")))),
        with_rule!(required_if(Condition::In(at(&["count"]), &[ONE]))),
        with_rule!(required_if(Condition::Greater(at(&["price"]), ONE))),
        with_rule!(required_if(Condition::Not(&Condition::Equal(at(&["flag"]), Literal::Bool(true))))),
        with_rule!(Rule::new(Check::AllowedIf { value: ONE, condition: Condition::Absent(at(&["inners"])) })),
    ] {
        assert_eq!(fine, nothing);
    }
    for (found, finding) in [
        (
            with_rule!(required_if(Condition::Equal(at(&["kind"]), Literal::Text("C")))),
            "`kind` is a `Kind` and is never \"C\"",
        ),
        (
            with_rule!(required_if(Condition::In(at(&["kind"]), &[Literal::Text("A"), ONE]))),
            "`kind` is a `Kind` and is never 1",
        ),
        (
            with_rule!(required_if(Condition::Any(&[Condition::NotEqual(at(&["text"]), Literal::Bool(true))]))),
            "`text` is a text and is never true",
        ),
        (
            with_rule!(Rule::new(Check::Required).when(Condition::Equal(at(&["time"]), Literal::Text("now")))),
            "`time` is a time and is never \"now\"",
        ),
        (
            with_rule!(required_if(Condition::Equal(
                Operand::Coalesce(&[path(&["kind"]), path(&["count"])]),
                Literal::Text("A")
            ))),
            "`count` is an integer and is never \"A\"",
        ),
        (
            with_rule!(required_if(Condition::Greater(at(&["text"]), ONE))),
            "`text` is a text: only numbers are greater than a value",
        ),
        (with_rule!(required_if(Condition::Equal(at(&["inners"]), ONE))), "`inners` is a list and is never 1"),
        (
            with_rule!(Rule::new(Check::ValueIf {
                condition: Condition::Present(at(&["kind"])),
                values: &[ONE, Literal::Text("A")]
            })),
            "`price` is an amount and is never \"A\"",
        ),
    ] {
        assert_eq!(found, [format!("`R.price`: {finding}")]);
    }
}

#[test]
fn only_like_compares_with_like() {
    let nothing: [&str; 0] = [];
    assert_eq!(with_rule!(Rule::new(Check::GreaterThan(at(&["count"])))), nothing);
    for (found, finding) in [
        (
            with_rule!(Rule::new(Check::GreaterThan(at(&["time"])))),
            "`price` is an amount and `time` is a time: they do not compare",
        ),
        (
            with_rule!(Rule::new(Check::AtLeast(at(&["inners"])))),
            "`price` is an amount and `inners` is a list: they do not compare",
        ),
        (
            with_rule!(Rule::new(Check::AtLeast(at(&["inner"]))).advise()),
            "`price` is an amount and `inner` is a `Inner`: they do not compare",
        ),
        (
            with_rule!(Rule::new(Check::SameAs(at(&["count"])))),
            "`price` is an amount and `count` is an integer: they are never the same",
        ),
    ] {
        assert_eq!(found, [format!("`R.price`: {finding}")]);
    }
}

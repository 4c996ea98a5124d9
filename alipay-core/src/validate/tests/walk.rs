//! The walk: order, paths, depth and cost.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::form::{NONE, amount, form, lines, text, time, word};
use crate::record::{FieldValue, List, Record, Slot, Value};
use crate::sample::{Order, PointsUpdate, TransType, Voucher, at, from_root, number};
use crate::schema::{Check, Condition, Literal, Operand, Rule, Severity, Shape};
use crate::validate::{max_bytes, review, validate};
use crate::violation::{Found, Limit, RuleCode};

#[test]
fn points_update_as_the_document_has_it() {
    let sample = PointsUpdate::sample();
    assert_eq!(lines(&sample), NONE);
    for (kind, biz_no, shop_id, expected) in [
        ("DEPOSIT", false, true, vec!["biz_no: must be given when trans_type is DEPOSIT (required_if, advice)"]),
        ("DEPOSIT", true, false, vec!["shop_id: must be given when trans_type is DEPOSIT (required_if, advice)"]),
        ("COMMIT", false, false, vec!["biz_no: must be given when trans_type is one of COMMIT, CANCEL (required_if)"]),
        ("CANCEL", true, false, vec![]),
        (
            "CONSUME",
            true,
            false,
            vec!["biz_no: must not be sent when trans_type is one of CONSUME, FREEZE (forbidden_if)"],
        ),
        ("FREEZE", false, false, vec![]),
    ] {
        let mut request = PointsUpdate { trans_type: word(kind), ..sample.clone() };
        if !biz_no {
            request.biz_no = None;
        }
        if !shop_id {
            request.shop_id = None;
        }
        assert_eq!(lines(&request), expected, "{kind}");
        assert_eq!(validate(&request).is_ok(), expected.iter().all(|line| line.ends_with("advice)")));
    }
}

#[test]
fn all_violations_come_at_once_in_the_order_of_the_declaration() {
    let request = PointsUpdate {
        req_id: String::new(),
        user_id: "1".repeat(33),
        trans_type: word("CONSUME"),
        trans_amount: text("-1"),
        memo: Some("券".repeat(300)),
        ..PointsUpdate::sample()
    };
    let violations = validate(&request).unwrap_err();
    assert_eq!(violations.len(), 5);
    assert_eq!(
        violations.to_string(),
        "5 rules are broken:\n  \
         req_id: is empty: give it a text, or leave it out if it is optional (empty)\n  \
         user_id: has 33 characters, at most 32 are allowed (max_len)\n  \
         trans_amount: must be a whole number above zero, in digits (positive)\n  \
         biz_no: must not be sent when trans_type is one of CONSUME, FREEZE (forbidden_if)\n  \
         memo: has 300 characters, at most 256 are allowed (max_len)"
    );
    assert!(
        (&violations).into_iter().eq(violations.as_slice())
            && violations.clone().into_iter().eq(violations.iter().cloned())
    );
    let memo = &violations.as_slice()[4];
    assert_eq!((memo.path.as_str(), memo.code, memo.severity), ("memo", RuleCode::MaxLen, Severity::Refuse));
    assert_eq!((&memo.limit, &memo.found), (&Limit::Count(256), &Found::Count(300)));
    let biz_no = &violations.as_slice()[3];
    assert_eq!(biz_no.limit, Limit::When("trans_type is one of CONSUME, FREEZE".into()));
    assert_eq!(biz_no.found, Found::Present);
    let single = validate(&PointsUpdate { trans_amount: text("0"), ..PointsUpdate::sample() }).unwrap_err();
    assert_eq!(single.to_string(), "trans_amount: must be a whole number above zero, in digits (positive)");
}

#[test]
fn nested_records_and_lists_are_walked_with_their_wire_paths() {
    let voucher = |amount: &str| Voucher { amount: Some(amount.parse().unwrap()), ..Voucher::blank() };
    let order = Order {
        publish_start: Some(time("2026-11-23 08:00:01")),
        voucher: Some(Voucher {
            floor: Some(amount("0.05")),
            end: Some(time("2026-11-23 08:00:00")),
            note: text(""),
            password: text("hunter2"),
            ..voucher("0.055")
        }),
        items: Some(vec![voucher("1"), voucher("1"), voucher("1"), voucher("3000.01")]),
        words: vec![TransType::from("hunter2")],
        parts: vec![Order { shop_ids: vec!["S".into()], ..Order::blank() }, Order::blank()],
        ..Order::blank()
    };
    assert_eq!(
        lines(&order),
        [
            "shop_ids: give exactly one of shop_ids, voucher.all_city, given is none (exactly_one)",
            "voucher.password: give at most one of voucher.password, voucher.note, \
             given is voucher.password, voucher.note (at_most_one)",
            "voucher.amount: is 0.055, allowed is 0.1 to 3000 (range)",
            "voucher.amount: has 3 digits after the point, at most 2 are allowed (decimals)",
            "voucher.floor_amount: is 0.05, must be greater than voucher.amount (greater_than)",
            "voucher.end_time: must not be less (earlier) than publish_start_time (at_least)",
            "voucher.note: is empty: give it a text, or leave it out if it is optional (empty)",
            "items: has 4 items, at most 3 are allowed (max_items)",
            "items[3].amount: is 3000.01, allowed is 0.1 to 3000 (range)",
            "words[0]: must be one of DEPOSIT, FREEZE, COMMIT, CANCEL, CONSUME (unknown_value)",
            "parts[1].shop_ids: give exactly one of parts[1].shop_ids, parts[1].voucher.all_city, \
             given is none (exactly_one)",
        ]
    );
    // Limits and found values as data.
    let findings = review(&order);
    assert_eq!(findings[2].limit, Limit::Range(Some(amount("0.1").into()), Some(amount("3000").into())));
    assert_eq!(findings[2].found, Found::Number(amount("0.055").into()));
    assert_eq!(findings[1].found, Found::Fields(vec!["voucher.password".into(), "voucher.note".into()]));
    assert_eq!(findings[5].limit, Limit::Fields(vec!["publish_start_time".into()]));
}

#[test]
fn no_message_holds_the_text_of_a_field() {
    let hidden = "hunter2";
    let request = PointsUpdate {
        req_id: hidden.repeat(9),
        trans_type: word(hidden),
        trans_amount: text(hidden),
        biz_no: Some(hidden.repeat(9)),
        ..PointsUpdate::sample()
    };
    let violations = validate(&request).unwrap_err();
    assert_eq!(violations.len(), 4);
    assert!(!format!("{violations} {violations:?}").contains(hidden));
}

#[test]
fn what_stands_in_a_secret_field_is_not_told() {
    let voucher = || Voucher { amount: Some(amount("7531")), floor: Some(amount("7530")), ..Voucher::blank() };
    let told = form().field("it", Some(voucher()), vec![]).review().join("\n");
    assert!(told.contains("7531") && told.contains("7530"), "{told}");
    let secret = |form: super::form::FormBuilder| form.but(|field| field.secret = true).build();
    for form in
        [secret(form().field("it", Some(voucher()), vec![])), secret(form().field("it", vec![voucher()], vec![]))]
    {
        let findings = review(&form);
        assert_eq!(findings.len(), 2, "{findings:?}");
        assert!(!format!("{findings:?} {}", lines(&form).join(" ")).contains("753"), "{findings:?}");
    }
}

#[test]
fn a_path_through_a_list_or_an_absent_record_leads_nowhere() {
    const INSIDE: Operand = at(&["parts", "shop_ids"]);
    let found = form()
        .field("it", text("x"), vec![Rule::new(Check::RequiredIf(Condition::Present(INSIDE)))])
        .field("parts", vec![Order { shop_ids: vec!["S".into()], ..Order::blank() }], vec![])
        .field("voucher", None::<Voucher>, vec![])
        .field(
            "last",
            None::<i64>,
            vec![
                Rule::new(Check::RequiredIf(Condition::Absent(INSIDE))),
                Rule::new(Check::RequiredIf(Condition::Present(at(&["voucher", "price"])))),
                Rule::new(Check::RequiredIf(Condition::Present(Operand::Path(from_root(&["no_such_field"]))))),
            ],
        )
        .review();
    assert_eq!(found, ["last_w: must be given when parts_w.shop_ids is absent (required_if)"]);
}

#[test]
fn a_rule_may_look_into_another_record_and_names_it_by_its_wire_path() {
    const ALL_CITY: Operand = at(&["voucher", "all_city"]);
    const FLOOR: Operand = at(&["voucher", "floor"]);
    let found = |all_city: Option<bool>, floor: Option<&str>| {
        let voucher = Voucher { all_city, floor: floor.map(amount), ..Voucher::blank() };
        form()
            .field("voucher", Some(voucher), vec![])
            .field(
                "it",
                None::<i64>,
                vec![
                    Rule::new(Check::RequiredIf(Condition::Present(ALL_CITY))),
                    Rule::new(Check::RequiredIf(Condition::Greater(FLOOR, Literal::Number(number(1, 0))))),
                ],
            )
            .review()
    };
    assert_eq!(found(None, None), NONE);
    assert_eq!(found(None, Some("1")), NONE);
    assert_eq!(found(Some(false), None), ["it_w: must be given when voucher_w.all_city is present (required_if)"]);
    assert_eq!(
        found(None, Some("1.01")),
        ["it_w: must be given when voucher_w.floor_amount is greater than 1 (required_if)"]
    );
}

#[test]
fn the_bytes_of_a_field_are_limited_by_the_least_rule_that_refuses_and_applies() {
    let when = |present: &'static str| Condition::Present(at(&*vec![present].leak()));
    let most = |rules: Vec<Rule>| {
        let form = form().field("it", text("a"), rules).build();
        max_bytes(&form, form.schema().fields.first().unwrap())
    };
    let rule = |bytes| Rule::new(Check::MaxBytes(bytes));
    assert_eq!(most(vec![]), None);
    assert_eq!(most(vec![Rule::new(Check::MaxLen(3))]), None);
    assert_eq!(most(vec![rule(9), rule(7), rule(8)]), Some(7));
    assert_eq!(most(vec![rule(9), rule(7).advise()]), Some(9));
    assert_eq!(most(vec![rule(9), rule(7).when(when("it")), rule(5).when(when("nothing"))]), Some(7));
    assert_eq!(most(vec![rule(7).advise(), rule(5).when(when("nothing"))]), None);
}

#[test]
fn nesting_without_end_is_refused() {
    let mut order = Order { shop_ids: vec!["S".into()], ..Order::blank() };
    for _ in 0..100 {
        order = Order { parts: vec![order.clone()], ..order };
    }
    let violations = validate(&order).unwrap_err();
    let deepest = &violations.as_slice()[0];
    assert_eq!((violations.len(), deepest.code, &deepest.limit), (1, RuleCode::Depth, &Limit::Count(32)));
    assert_eq!(deepest.path, format!("{}parts[0]", "parts[0].".repeat(15)));
}

#[test]
fn each_field_is_looked_up_once_and_work_grows_with_the_fields() {
    for fields in [10, 100] {
        let names = (0..fields).map(|index| &*format!("f{index}").leak());
        let max = || vec![Rule::new(Check::MaxLen(3)), Rule::new(Check::Digits)];
        let form = names.fold(form(), |form, name| form.field(name, text("12"), max())).build();
        assert!(validate(&form).is_ok());
        assert_eq!(form.gets.load(Ordering::Relaxed), fields);
    }
}

#[test]
fn a_list_of_300_000_shops_is_looked_at_a_fixed_number_of_times() {
    static GETS: AtomicUsize = AtomicUsize::new(0);

    #[derive(Clone)]
    struct Shops(usize);

    impl List for Shops {
        fn len(&self) -> usize {
            self.0
        }

        fn get(&self, _index: usize) -> Value<'_> {
            GETS.fetch_add(1, Ordering::Relaxed);
            Value::Text("2016041200077000000003277104")
        }
    }

    impl FieldValue for Shops {
        type Kind = crate::record::kind::ListKind<crate::record::kind::TextKind>;
        const SHAPE: Shape = Shape::List(&Shape::Text);

        fn blank() -> Self {
            Self(0)
        }

        fn value(&self) -> Value<'_> {
            Value::List(self)
        }

        fn slot(&mut self) -> Slot<'_> {
            unreachable!("only written")
        }
    }

    for shops in [1_000, 300_000] {
        let rules = vec![Rule::new(Check::MaxLen(28 * 300_000)), Rule::new(Check::MaxItems(300_000))];
        let form = form().field("it", Shops(shops), rules).build();
        GETS.store(0, Ordering::Relaxed);
        assert!(validate(&form).is_ok());
        // Emptiness, and the length of each item.
        assert_eq!(GETS.swap(0, Ordering::Relaxed), 2 * shops);
        assert!(review(&form).is_empty());
        // The sum of all as well, which is advice.
        assert_eq!(GETS.load(Ordering::Relaxed), 3 * shops);
    }
}

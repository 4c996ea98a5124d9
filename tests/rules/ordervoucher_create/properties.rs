//! Requests at random: a valid one is accepted and survives writing and reading; one change that breaks a
//! rule is found as that, at its path, and nothing else is.

use std::cell::RefCell;
use std::collections::BTreeSet;

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::schema::Severity::{Advise, Refuse};
use alipay_apis::violation::RuleCode::{Decimals, Empty, MaxLen, Range, TotalLen};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

use super::amounts::{BOUNDS, DECIMALS};
use super::draft::{Draft, SPEC, severity};
use super::mutations::{Finding, NEWER, OLDER, TWINS};
use super::random::{Plan, plans};

/// The same requests in each run, so that a run that is green stays green.
fn for_each_plan(cases: u32, test: impl Fn(Plan) -> TestCaseResult) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner.run(&plans(), test).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_valid_request_is_accepted_and_survives_writing_and_reading() {
    for_each_plan(256, |plan| {
        let request = plan.draft().request();
        assert_eq!(request.review(), []);
        assert_eq!(request.validate(), Ok(()));
        let text = serde_json::to_string(&request).expect("a request is JSON");
        let again: ActivityOrdervoucherCreate = alipay_apis::json::from_str(&text).expect("what was written is read");
        assert!(again == request, "{text}");
        assert_eq!(serde_json::to_string(&again).expect("a request is JSON"), text);
        assert_eq!(Draft::of(&again).0, plan.draft().0);
        Ok(())
    });
}

#[test]
fn one_change_breaks_one_rule_and_every_rule_can_be_broken() {
    let broken = RefCell::new(BTreeSet::new());
    for_each_plan(96, |plan| {
        let valid = plan.draft();
        for (id, draft, findings) in mutations(&valid) {
            assert_found(&id, &draft, &findings);
            broken.borrow_mut().insert(id);
        }
        Ok(())
    });
    // A date that is written another way does not get as far as a request: the reader refuses it.
    let of_requests = SPEC.rule.iter().filter(|rule| rule.enforce != "off" && !rule.id.starts_with("ov-date-"));
    let untouched: Vec<_> =
        of_requests.filter(|rule| !broken.borrow().contains(&rule.id)).map(|rule| &rule.id).collect();
    assert_eq!(untouched, [""; 0]);
}

#[test]
fn one_text_that_is_too_long_or_empty_is_found_as_that() {
    let changed = RefCell::new(BTreeSet::new());
    for_each_plan(24, |plan| {
        let valid = plan.draft();
        for field in &SPEC.request {
            let (Some(most), None, Some(_)) = (field.max_len, &field.r#enum, valid.at(&field.path)) else { continue };
            let changed_to = |value: &str, findings: &[Finding]| {
                let mut draft = valid.clone();
                draft.set(&field.path, value);
                assert_found(&field.path, &draft, findings);
                changed.borrow_mut().insert(field.path.clone());
            };
            let path = field.path.clone();
            match field.r#type.as_str() {
                // The longest lists would take minutes.
                "string[]" if most <= 2000 => {
                    let items = format!("[\"{}\"]", "长".repeat(most + 1));
                    changed_to(&items, &[(format!("{path}[0]"), MaxLen, Refuse), (path, TotalLen, Advise)]);
                }
                // Has a twin, which would differ.
                "string" if path.ends_with("activity_name") => {}
                "string" if !SPEC.is_number(&path) => {
                    changed_to(&"长".repeat(most + 1), &[(path.clone(), MaxLen, Refuse)]);
                    changed_to("\"\"", &[(path, Empty, Refuse)]);
                }
                _ => {}
            }
        }
        Ok(())
    });
    assert!(changed.borrow().len() > 30, "{changed:?}");
}

fn assert_found(what: &str, draft: &Draft, findings: &[Finding]) {
    let found: Vec<Finding> = draft.request().review().into_iter().map(|it| (it.path, it.code, it.severity)).collect();
    assert_eq!(found, findings, "{what}: {}", draft.0);
}

/// Every change that breaks one rule of this request.
fn mutations(valid: &Draft) -> Vec<(String, Draft, Vec<Finding>)> {
    let mut all = Vec::new();
    for mutation in [OLDER, NEWER, TWINS].into_iter().flatten() {
        if let Some((draft, findings)) = mutation.apply(valid) {
            all.push((mutation.id.to_owned(), draft, findings));
        }
    }
    let mut number = |id: &str, path: &str, value: &str, code| {
        let mut draft = valid.clone();
        draft.set(path, value);
        all.push((id.to_owned(), draft, vec![(path.to_owned(), code, severity(id))]));
    };
    let is_given = |path: &str| valid.at(path).is_some();
    let is_counted = ["code_mode", "activity_base_info.code_mode"]
        .iter()
        .any(|path| valid.at(path).is_some_and(|mode| mode == "MERCHANT_API"));
    for &(id, _, path, _, [less, more]) in BOUNDS {
        match path.rsplit('.').next() {
            Some("quantity" | "voucher_quantity") if !is_counted => {}
            _ if !is_given(path) => {}
            // Less than the special price would be two mistakes.
            Some("origin_amount") => number(id, path, more, Range),
            _ => {
                number(id, path, less, Range);
                number(id, path, more, Range);
            }
        }
    }
    for &(id, _, path) in DECIMALS {
        let value = if path.ends_with("origin_amount") { "\"9998.101\"" } else { "\"10.101\"" };
        if is_given(path) {
            number(id, path, value, Decimals);
        }
    }
    all
}

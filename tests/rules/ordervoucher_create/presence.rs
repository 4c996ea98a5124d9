//! What must not be given in which situation, or not alone; and in which structure a situation is
//! looked for.

use alipay_apis::violation::RuleCode::{ForbiddenIf, RequiredIf, Requires};

use super::draft::{Change, Row, show};
use super::requests::{newer, newer_exchange, older, older_exchange, older_platform};
use crate::shown::rule;

/// The owner may stand in either structure, and so may the kind of voucher.
#[test]
fn a_situation_is_looked_for_in_both_structures() {
    let platform = older_platform()
        .with(&[("belong_merchant_info", ""), ("activity_base_info.belong_merchant_info.business_type", "ISV")]);
    rule("ov-brand-name-isv").accepts(&platform.request()).refuses(
        &platform.clone().with(&[("voucher_display_info.brand_name", "")]).request(),
        "voucher_display_info.brand_name",
        RequiredIf,
    );
    // The first that is given decides.
    let both = platform.with(&[("belong_merchant_info", PROVIDER), ("voucher_display_info.brand_name", "")]);
    assert_eq!(both.request().review(), []);

    let name = "voucher_display_pattern_info.voucher_name";
    let untyped = newer_exchange().with(&[("voucher_deduct_info.voucher_type", "")]);
    rule("ov-pattern-name-exchange").accepts(&untyped.request()).refuses(
        &untyped.with(&[("voucher_type", "EXCHANGE_VOUCHER"), (name, "")]).request(),
        name,
        RequiredIf,
    );
}

#[test]
fn what_must_not_be_given() {
    show(&[
        Row {
            id: "ov-detail-images-not-exchange",
            base: older_exchange,
            accepted: &[&[], &[DETAIL_IMAGES, ("voucher_type", "")]],
            refused: &[&[DETAIL_IMAGES]],
            finding: ("voucher_display_info.voucher_detail_images", ForbiddenIf),
        },
        Row {
            id: "ov-pattern-detail-images-not-exchange",
            base: newer_exchange,
            accepted: &[&[], &[PATTERN_IMAGE, PATTERN_DETAIL_IMAGES, ("voucher_deduct_info.voucher_type", "")]],
            refused: &[&[PATTERN_IMAGE, PATTERN_DETAIL_IMAGES]],
            finding: ("voucher_display_pattern_info.voucher_detail_images", ForbiddenIf),
        },
        Row {
            id: "ov-detail-images-need-cover",
            base: older,
            accepted: &[&[], &[DETAIL_IMAGES]],
            refused: &[&[DETAIL_IMAGES, ("voucher_display_info.voucher_image", "")]],
            finding: ("voucher_display_info.voucher_detail_images", Requires),
        },
        Row {
            id: "ov-pattern-detail-images-need-cover",
            base: newer,
            accepted: &[&[], &[PATTERN_DETAIL_IMAGES, PATTERN_IMAGE]],
            refused: &[&[PATTERN_DETAIL_IMAGES]],
            finding: ("voucher_display_pattern_info.voucher_detail_images", Requires),
        },
    ]);
    show(&[
        Row {
            id: "ov-comment-exchange-only",
            base: older,
            accepted: &[&[], &[("voucher_type", ""), COMMENT]],
            refused: &[&[COMMENT]],
            finding: ("voucher_display_info.voucher_comment", ForbiddenIf),
        },
        Row {
            id: "ov-comment-exchange-only",
            base: older_exchange,
            accepted: &[&[COMMENT]],
            refused: &[&[COMMENT, ("voucher_type", "DISCOUNT_VOUCHER"), DISCOUNT]],
            finding: ("voucher_display_info.voucher_comment", ForbiddenIf),
        },
        Row {
            id: "ov-mini-app-path-needs-id",
            base: older,
            accepted: &[&[PATH, ("customer_guide.voucher_use_guide.mini_app_id", "\"2021\"")]],
            refused: &[&[PATH]],
            finding: ("customer_guide.voucher_use_guide.mini_app_path", Requires),
        },
        Row {
            id: "ov-service-codes-need-id",
            base: older,
            accepted: &[&[SERVICE, ("customer_guide.voucher_use_guide.mini_app_id", "\"2021\"")]],
            refused: &[&[SERVICE]],
            finding: ("customer_guide.voucher_use_guide.service_codes", Requires),
        },
    ]);
}

const PROVIDER: &str = r#"{"business_type": "ISV_FOR_MERCHANT", "merchant_id_type": "PID", "merchant_id": "2088"}"#;
const DETAIL_IMAGES: Change = ("voucher_display_info.voucher_detail_images", r#"["adeDSktiQO"]"#);
const PATTERN_IMAGE: Change = ("voucher_display_pattern_info.voucher_image", "adeDSktiQO");
const PATTERN_DETAIL_IMAGES: Change = ("voucher_display_pattern_info.voucher_detail_images", r#"["adeDSktiQO"]"#);
const COMMENT: Change = ("voucher_display_info.voucher_comment", "食材新鲜,品质之选");
const DISCOUNT: Change = ("voucher_use_rule.discount_voucher", r#"{"discount": "6.5", "ceiling_amount": "50"}"#);
const PATH: Change = ("customer_guide.voucher_use_guide.mini_app_path", "/index");
const SERVICE: Change = ("customer_guide.voucher_use_guide.service_codes", r#"["2020030921000303380758"]"#);

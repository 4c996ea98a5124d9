//! The page's own answer, with every value in reach.

use alipay_apis::marketing::ActivityOrdervoucherCreateResponse;
use alipay_apis::marketing::activity_ordervoucher_create::{AvailableScopeType, ShopFailReason, VoucherFailShopInfo};

const SAMPLE: &str = include_str!("../../data/samples/alipay.marketing.activity.ordervoucher.create.response.json");
const SHOPS: [&str; 3] =
    ["2018051000502000000011111111", "2018040200502000000011111111", "2018062800502000000022271997"];

#[test]
fn the_pages_answer_is_read_whole() {
    let answer: ActivityOrdervoucherCreateResponse = alipay_apis::json::from_str(SAMPLE).expect("readable");
    assert_eq!(answer.activity_id, "2016042700826004508401111111");

    let scope = answer.voucher_use_rule_result.expect("given").voucher_available_scope_result;
    assert_eq!(scope.voucher_available_type, AvailableScopeType::Shop);
    let shops = scope.order_voucher_available_shop_result.expect("given");
    assert_eq!(shops.success_shop_ids, SHOPS);
    assert_eq!(shops.success_real_shop_ids, SHOPS);
    let [failed] = shops.shop_fail_infos.as_slice() else { panic!("one shop failed") };
    assert_eq!(failed.shop_id, SHOPS[0]);
    assert_eq!(failed.fail_reasons, [ShopFailReason::ShopNotExist]);
    assert_eq!(failed.fail_message.as_deref(), Some("门店不存在"));
    let [failed] = shops.real_shop_fail_infos.as_slice() else { panic!("one shop failed") };
    assert_eq!(failed.real_shop_id, SHOPS[0]);
    assert_eq!(failed.fail_reasons, [ShopFailReason::ShopNotExist]);
    assert_eq!(failed.fail_message.as_deref(), Some("门店不存在"));
    let all = shops.order_voucher_merchant_all_shop_result.expect("given");
    assert_eq!(all.success_exclude_shop_ids, SHOPS);
    let [failed] = all.exclude_shop_fail_infos.as_slice() else { panic!("one shop failed") };
    assert_eq!((failed.shop_id.as_str(), failed.fail_reasons.len()), (SHOPS[0], 1));
    assert_eq!(failed.fail_message.as_deref(), Some("门店不存在"));

    let scope = answer.voucher_available_scope_result_info.expect("given");
    let places = scope.voucher_available_geography_scope_result_info.expect("given");
    let shops = places.available_geography_shop_result_info.expect("given");
    assert_eq!(shops.success_available_shop_ids, SHOPS);
    assert_eq!(shops.success_available_real_shop_ids, SHOPS);
    let all = shops.available_geography_all_shop_result_info.expect("given");
    assert_eq!(all.success_exclude_shop_ids, SHOPS);
    for failed in [shops.fail_available_shop_infos, shops.fail_available_real_shop_infos, all.fail_exclude_shop_infos] {
        let [VoucherFailShopInfo { shop_id, real_shop_id, fail_reasons, fail_message, .. }] = failed.as_slice() else {
            panic!("one shop failed")
        };
        assert_eq!((shop_id.as_deref(), real_shop_id.as_deref()), (Some(SHOPS[0]), Some("1")));
        assert_eq!(fail_reasons, &[ShopFailReason::ShopNotExist]);
        assert_eq!(fail_message.as_deref(), Some("门店不存在"));
    }
}

#[test]
fn the_pages_answer_is_written_as_it_was_read() {
    let answer: ActivityOrdervoucherCreateResponse = alipay_apis::json::from_str(SAMPLE).expect("readable");
    let sample: serde_json::Value = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    assert_eq!(serde_json::to_value(answer).expect("JSON"), sample);
}

#[test]
fn an_answer_needs_no_more_than_the_number_and_may_hold_new_words() {
    let answer: ActivityOrdervoucherCreateResponse =
        alipay_apis::json::from_str(r#"{"activity_id": "1"}"#).expect("readable");
    assert_eq!((answer.voucher_use_rule_result, answer.voucher_available_scope_result_info), (None, None));

    let failed: VoucherFailShopInfo =
        alipay_apis::json::from_str(r#"{"fail_reasons": ["SHOP_ON_FIRE"], "new": 1}"#).expect("readable");
    assert_eq!(failed.fail_reasons, [ShopFailReason::Unknown("SHOP_ON_FIRE".into())]);
}

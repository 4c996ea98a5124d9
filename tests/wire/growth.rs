//! The largest field of the platform: 300,000 shop ids in one request.

use std::time::Duration;

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::marketing::activity_ordervoucher_create::{
    AvailableScopeType, OrderVoucherAvailableShop, PeriodType, VoucherAvailableScope, VoucherUseRule,
    VoucherValidPeriod,
};
use alipay_apis::schema::Severity;
use alipay_apis::violation::RuleCode;
use alipay_sandbox::{Gateway, demo};

/// As many as `shop_ids` may hold: 8,400,000 characters.
const SHOPS: usize = 300_000;

fn shop_id(number: usize) -> String {
    format!("{number:028}")
}

fn request(shops: usize) -> ActivityOrdervoucherCreate {
    let period = VoucherValidPeriod::new(PeriodType::Relative).valid_days_after_receive(3);
    let shops = OrderVoucherAvailableShop::new().shop_ids((0..shops).map(shop_id));
    let scope = VoucherAvailableScope::new(AvailableScopeType::Shop).order_voucher_available_shop(shops);
    ActivityOrdervoucherCreate::new("1").voucher_use_rule(VoucherUseRule::new(period, scope))
}

#[tokio::test]
async fn three_hundred_thousand_shops_arrive_in_order_over_both_versions_of_http() {
    let builder = || {
        // The encoded body has 37 bytes an id, more than the gateway takes by default.
        Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).demo_methods().body_limit(12 << 20)
    };
    let request = request(SHOPS);
    assert_eq!(request.review(), []);
    for gateway in [builder().start().await.unwrap(), builder().plain_http().start().await.unwrap()] {
        // Unoptimised, on a busy machine, it may take longer than a client waits by itself.
        let client = gateway.demo_client().timeout(Duration::from_secs(300)).build().unwrap();
        let answer = request.call(&client).await.unwrap();
        assert_eq!(answer.activity_id.len(), 28);

        let calls = gateway.calls();
        let [call] = calls.as_slice() else { panic!("{} calls", calls.len()) };
        let content = call.biz_content();
        let ids = &content["voucher_use_rule"]["voucher_available_scope"]["order_voucher_available_shop"]["shop_ids"];
        let ids = ids.as_array().unwrap();
        assert_eq!(ids.len(), SHOPS);
        assert!(ids.iter().enumerate().all(|(number, id)| *id == shop_id(number)));
    }
}

#[test]
fn one_shop_more_than_the_document_has_room_for_is_advised_against() {
    let findings = request(SHOPS + 1).review();
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    let path = "voucher_use_rule.voucher_available_scope.order_voucher_available_shop.shop_ids";
    assert_eq!((finding.path.as_str(), finding.code, finding.severity), (path, RuleCode::TotalLen, Severity::Advise));
}

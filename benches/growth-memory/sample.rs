//! A request with as many shop ids as one likes.

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::marketing::activity_ordervoucher_create::{
    AvailableScopeType, OrderVoucherAvailableShop, PeriodType, VoucherAvailableScope, VoucherUseRule,
    VoucherValidPeriod,
};

/// Ids of 28 characters, as the platform's are.
pub(crate) fn request(shops: usize) -> ActivityOrdervoucherCreate {
    let period = VoucherValidPeriod::new(PeriodType::Relative).valid_days_after_receive(3);
    let ids = (0..shops).map(|number| format!("{number:028}"));
    let scope = VoucherAvailableScope::new(AvailableScopeType::Shop)
        .order_voucher_available_shop(OrderVoucherAvailableShop::new().shop_ids(ids));
    ActivityOrdervoucherCreate::new("20261123000001").voucher_use_rule(VoucherUseRule::new(period, scope))
}

//! `examples/points_update` without the local gateway. With a number behind the URL it makes so many calls
//! instead, 64 at once.

use std::env;
use std::error::Error;

use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_apis::koubei::{MarketingToolPointsUpdate, MarketingToolPointsUpdateError};
use alipay_apis::{Client, ErrorCode};
use alipay_weight::{ALIPAY_PUBLIC_KEY, APP_ID, PRIVATE_KEY};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let url = arguments.next().ok_or("the URL of a gateway")?;
    let client = Client::builder(APP_ID)
        .private_key(PRIVATE_KEY)
        .alipay_public_key(ALIPAY_PUBLIC_KEY)
        .gateway_url(url)
        .build()?;
    if let Some(count) = arguments.next() {
        return alipay_weight::at_once(count.parse()?, move || {
            let client = client.clone();
            async move { deposit().call(&client).await.map(drop).map_err(|error| error.to_string()) }
        })
        .await;
    }
    let answer = deposit().call(&client).await?;
    println!("10 points deposited, recorded as {}", answer.point_log_no);
    println!("the whole answer: {answer:?}");
    for violation in request("").trans_amount("ten").validate().err().iter().flatten() {
        println!("  {violation}");
    }
    let too_many = request("778712860805461247258").trans_type(TransType::Consume).trans_amount("1000000");
    if let Err(error) = too_many.call(&client).await {
        match error.error_code::<MarketingToolPointsUpdateError>() {
            Some(code) => println!("the gateway refused: {code}: {}, {}", code.meaning(), code.remedy()),
            None => return Err(error.into()),
        }
    }
    Ok(())
}

fn request(req_id: &str) -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new(req_id, "2088123412341234", "39201608190015500100016011040139")
}

/// The sample of the method's document.
fn deposit() -> MarketingToolPointsUpdate {
    request("778712860805461247257")
        .trans_type(TransType::Deposit)
        .trans_amount("10")
        .shop_id("2016041200077000000003277104")
        .biz_no("2016082221001004150200139999")
        .memo("积分扣减用于兑换奖品")
        .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}")
}

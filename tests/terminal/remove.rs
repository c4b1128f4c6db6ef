//! `lazo remove`: without --yes it changes nothing, and who cannot be taken out is said.

use crate::house::House;

#[tokio::test]
async fn whoever_is_named_wrongly_is_told_who_there_is_and_nothing_happens() {
    let house = House::new().await;
    for arguments in
        [&["remove", "--person", "1", "--to", "2"][..], &["remove", "--person", "1", "--to", "1", "--yes"]]
    {
        let said = house.asks(arguments).await;
        assert_eq!(said.code, Some(2), "{}", said.err);
        assert!(said.err.contains("Say --person with a coordinator's number"), "{}", said.err);
    }
    let without = house.asks(&["remove", "--person", "1"]).await;
    assert_eq!(without.code, Some(2), "{}", without.err);
}

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sandbox.sessions import CUSTOMER, storage_state


@pytest.fixture(scope="module")
def browser(chromium: str):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def logged_in(browser: Browser, shop, base_url):
    context = browser.new_context(storage_state=storage_state(shop.sessions.open(), base_url))
    yield context.new_page()
    context.close()


def seen_numbers(page: Page, base_url: str) -> list[str]:
    page.goto(f"{base_url}/account/orders")
    page.wait_for_selector("table.orders[data-ready]")
    return page.locator("tr.invoice .number").all_inner_texts()


def test_the_order_history_is_there_once_its_script_has_run(shop, base_url, logged_in: Page):
    shop.place_order("ambient", "home")
    shop.place_order("both", "pickup")
    printed = [invoice.printed for order in shop.own for invoice in order.invoices]
    assert seen_numbers(logged_in, base_url) == printed[::-1]
    row = logged_in.locator("tr.invoice").first
    assert row.locator("time").get_attribute("datetime").endswith("+01:00")
    assert row.locator(".basket").inner_text() == "both"
    assert row.locator(".total").inner_text().startswith("€ ")


def test_the_customer_stands_around_the_orders_and_not_in_them(shop, base_url, logged_in: Page):
    shop.place_order("fresh", "home")
    seen_numbers(logged_in, base_url)
    around, rows = logged_in.locator("main").inner_text(), logged_in.locator("table.orders").inner_text()
    for personal in (CUSTOMER.name, CUSTOMER.street, CUSTOMER.phone, CUSTOMER.mail):
        assert personal in around
        assert personal not in rows


def test_an_expired_session_leads_to_the_login_form_and_a_login_back(shop, base_url, logged_in: Page):
    shop.sessions.expire()
    logged_in.goto(f"{base_url}/account/orders")
    assert logged_in.locator("form#login").count() == 1
    logged_in.fill("[name=mail]", CUSTOMER.mail)
    logged_in.fill("[name=password]", CUSTOMER.password)
    logged_in.click("form#login button")
    logged_in.wait_for_selector("table.orders[data-ready]")


def test_the_locator_page_lists_all_locations_once_its_script_has_run(shop, base_url, logged_in: Page):
    logged_in.goto(f"{base_url}/locations")
    logged_in.wait_for_selector("ul.locations[data-ready]")
    assert logged_in.locator("li.location").count() == len(shop.locations())


def test_without_a_session_the_account_tells_nothing(call, shop):
    order = shop.place_order("fresh", "home")
    assert 'id="login"' in call("GET", "/account/orders").text
    assert call("GET", "/account/api/orders").status == 401
    assert 'id="login"' in call("GET", f"/account/invoices/{order.invoices[0].printed}.pdf").text


def test_a_wrong_password_shows_the_form_again(shop):
    assert shop.sessions.log_in(CUSTOMER.mail, "guess") is None
    assert shop.sessions.log_in(CUSTOMER.mail, CUSTOMER.password) is not None


def test_orders_of_the_future_are_not_in_the_account(shop):
    shop.place_order("fresh", "home")
    now = shop.now_utc()
    shop.set_now(now.replace(month=1))
    assert shop.own_orders() == []
    shop.set_now(now)
    assert len(shop.own_orders()) == 1

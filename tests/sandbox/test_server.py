import re
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from sandbox.server import PortTakenError, serving


def test_a_port_that_is_taken_is_said_in_one_sentence(shop, base_url):
    port = int(base_url.rsplit(":", 1)[1])
    with pytest.raises(PortTakenError, match=rf"^Port {port} on 127.0.0.1 is taken; .*\.$"), serving(shop, port):
        pass


def test_a_shop_can_be_served_again_on_the_same_port(shop):
    with serving(shop) as first:
        pass
    with serving(shop, int(first.rsplit(":", 1)[1])) as second, urlopen(f"{second}/robots.txt") as answer:
        assert answer.status == 200


def test_the_process_serves_until_it_is_told_to_stop():
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--seed", "2", "--weeks", "3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = re.search(r"http://\S+", process.stdout.readline()).group()
        with urlopen(f"{url}/api/locations") as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0

#!/usr/bin/env python3
"""A client of its own: signs calls as the vendor's SDKs do (SDK-HMAC-SHA256), with nothing but the standard library.

    signedcall.py URL ACCESS_KEY SECRET_KEY PROJECT_ID      walks through the API; prints `well` at its end
"""
import datetime
import hashlib
import hmac
import json
import sys
import urllib.error
import urllib.parse
import urllib.request


class Client:
    def __init__(self, url, access_key, secret_key):
        self.url, self.access_key, self.secret_key = url, access_key, secret_key

    def call(self, method, path, body=None, query=(), spoil=False):
        data = json.dumps(body).encode() if body is not None else b""
        host = urllib.parse.urlsplit(self.url).netloc
        date = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        quote = lambda text: urllib.parse.quote(text, safe="~")
        canonical_path = "/".join(quote(urllib.parse.unquote(part)) for part in path.split("/"))
        if not canonical_path.endswith("/"):
            canonical_path += "/"
        pairs = "&".join(f"{quote(k)}={quote(v)}" for k, v in sorted(query))
        headers = {"content-type": "application/json", "host": host, "x-sdk-date": date}
        names = ";".join(sorted(headers))
        lines = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers))
        canonical = "\n".join([method, canonical_path, pairs, lines, names, hashlib.sha256(data).hexdigest()])
        to_sign = "\n".join(["SDK-HMAC-SHA256", date, hashlib.sha256(canonical.encode()).hexdigest()])
        signature = hmac.new(self.secret_key.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
        if spoil:
            signature = signature[:-1] + ("0" if signature[-1] != "0" else "1")
        headers["Authorization"] = f"SDK-HMAC-SHA256 Access={self.access_key}, SignedHeaders={names}, Signature={signature}"
        target = self.url + path + ("?" + pairs if pairs else "")
        request = urllib.request.Request(target, data=data if method in ("POST", "PUT") else None, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())


def main():
    url, access_key, secret_key, project = sys.argv[1:5]
    client = Client(url, access_key, secret_key)
    status, answer = client.call("GET", "/v3/projects", query=[("name", "crescendo")])
    assert status == 200 and answer["projects"][0]["id"] == project, answer
    status, answer = client.call("POST", f"/v1/{project}/test-suites", {"name": "从脚本 signed"})
    assert status == 201, answer
    suite = answer["project_id"]
    status, answer = client.call("GET", f"/v1/{project}/test-suites", query=[("offset", "0"), ("limit", "10")])
    assert status == 200 and answer["projects"][-1]["name"] == "从脚本 signed", answer
    status, answer = client.call("PUT", f"/v1/{project}/test-suites/{suite}", {"id": suite, "name": "renamed"})
    assert status == 204 and answer is None, (status, answer)
    status, answer = client.call("GET", f"/v1/{project}/test-suites/{suite}", spoil=True)
    assert status == 401 and answer["error_code"] == "APIGW.0301", answer
    status, answer = client.call("DELETE", f"/v1/{project}/test-suites/{suite}")
    assert status == 204, (status, answer)
    status, answer = client.call("GET", f"/v1/{project}/test-suites/{suite}")
    assert status == 404, (status, answer)
    print("well")


if __name__ == "__main__":
    main()

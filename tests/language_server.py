"""A client of a language server, over its protocol on standard input and output."""

import json
import subprocess
from pathlib import Path
from typing import Any


class LanguageServer:
    """yaml-language-server, with the settings that a folder's .vscode has."""

    def __init__(self, command: Path, folder: Path) -> None:
        self.folder = folder
        self.settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        self.process = subprocess.Popen(
            ["node", command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.number = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.request(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "site"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"publishDiagnostics": {}, "hover": {}, "completion": {}},
            },
        )
        self.notify("initialized")

    def open(self, path: str, text: str) -> str:
        """Open a file with this text; return its address once it has been validated."""
        address = (self.folder / path).as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        while address not in self.diagnostics:
            self.receive()
        return address

    def at(self, method: str, address: str, line: int, character: int) -> Any:
        """Ask something of a place, line and character from 0."""
        place = {"line": line, "character": character}
        return self.request(f"textDocument/{method}", textDocument={"uri": address}, position=place)

    def request(self, method: str, **params: Any) -> Any:
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def notify(self, method: str, **params: Any) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """Return the next message; what the server asks is answered, what it finds is kept."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server is gone"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self.diagnostics[found["uri"]] = found["diagnostics"]
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": self.answer(message)})
        return message

    def answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        yaml = {
            key.removeprefix("yaml."): value
            for key, value in self.settings.items()
            if key.startswith("yaml.")
        }
        yaml |= {"schemaStore": {"enable": False}, "completion": True, "hover": True}
        yaml |= {"validate": True}
        yaml["schemas"] = {
            (self.folder / schema).as_uri(): files for schema, files in yaml["schemas"].items()
        }
        sections = {"yaml": yaml}
        return [sections.get(item.get("section")) for item in message["params"]["items"]]

    def close(self) -> None:
        self.process.terminate()
        self.process.communicate()

"""Write every form anew."""

from pathlib import Path

from templates.designers import standard

HERE = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    (HERE / "standard.docx").write_bytes(standard.design())

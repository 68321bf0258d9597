"""Write every form anew."""

from templates.designers import FOLDER, designers

if __name__ == "__main__":
    for name, design in designers().items():
        (FOLDER / f"{name}.docx").write_bytes(design())

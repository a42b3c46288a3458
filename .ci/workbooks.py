"""Other programs read our workbooks: openpyxl and LibreOffice find the numbers of the CSV.

Usage: workbooks.py SILKMATCH
"""

import csv
import os
import subprocess
import sys
import tempfile
import warnings

import openpyxl

SEEKER = ["shortlist", "kz-sk-pharmacy", "--as-of", "2026-11-23"]
COLUMNS = {"rank": "#", "score": "score", "low": "range ≥", "high": "range ≤", "known": "known", "policy": "policy"}
# The raw values of the first sheet, in UTF-8.
RAW = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"


def main(silkmatch):
    silkmatch = os.path.abspath(silkmatch)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        run(silkmatch, *SEEKER, "-o", "list.xlsx")
        run(silkmatch, *SEEKER, "-o", "list.csv")
        run(silkmatch, "init", "form.xlsx", "-l", "ru", "-q")
        with open("list.csv", newline="", encoding="utf-8") as file:
            expected = list(csv.DictReader(file))
        hold(expected, openpyxl_rows("list.xlsx"), "openpyxl")
        hold(expected, libreoffice_rows("list.xlsx", folder), "LibreOffice")
        hold_form("form.xlsx")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)


def openpyxl_rows(path):
    with warnings.catch_warnings():
        # It knows no bars of Excel 2010, and says so.
        warnings.simplefilter("ignore")
        rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return rows[1:]


def libreoffice_rows(path, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    done = run("soffice", profile, "--headless", "--convert-to", RAW, "--outdir", "converted", path)
    told = [line for line in done.stderr.splitlines() if line.strip() and "javaldx" not in line]
    assert not told, told
    name = next(name for name in os.listdir("converted") if name.endswith(".csv"))
    with open(os.path.join("converted", name), newline="", encoding="utf-8") as file:
        return list(csv.reader(file))[1:]


def hold(expected, rows, reader):
    header, rows = rows[0], rows[1:]
    assert len(rows) == len(expected), (reader, len(rows), len(expected))
    for row, found in zip(expected, rows):
        for column, head in COLUMNS.items():
            cell = found[header.index(head)]
            if row[column] == "":
                assert cell in (None, ""), (reader, head, cell)
            else:
                assert abs(number(cell) - float(row[column])) < 1e-12, (reader, head, cell, row[column])
    print(f"{reader}: {len(rows)} rows, {len(COLUMNS)} columns, as in the CSV")


def number(cell):
    # LibreOffice writes a share with its sign.
    text = str(cell)
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def hold_form(path):
    book = openpyxl.load_workbook(path)
    lists = sum(len(sheet.data_validations.dataValidation) for sheet in book)
    notes = sum(cell.comment is not None for sheet in book for cell in sheet[1])
    assert book.worksheets[-1].sheet_state == "hidden" and lists >= 8 and notes >= 30, (lists, notes)
    print(f"openpyxl: a workbook to fill in with {lists} lists and {notes} notes")


main(sys.argv[1])

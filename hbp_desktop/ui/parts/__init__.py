"""The parts that pages are made of; one small file each. They take words and data, and say what was done."""

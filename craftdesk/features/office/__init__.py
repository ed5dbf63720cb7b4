"""The chamber itself: letterhead, places, activities."""
